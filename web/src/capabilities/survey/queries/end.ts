import * as closing from '@parindex/core/contracts/survey-closing';
import { call } from '../../../client/call.ts';

export const endSurvey = (round: string, reason: string | undefined) =>
  call(closing.endSurvey, { params: { round }, body: reason === undefined ? {} : { reason } });

export const proposeEstimates = (round: string) => call(closing.proposeEstimates, { params: { round } });
