import * as contracts from '@parindex/core/contracts/survey-pilots';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type SurveyPilots = Answer<'surveyPilots'>;
export type SurveyPilot = SurveyPilots['items'][number];
export type TriedForm = SurveyPilot['forms'][number];

export const pilotsQuery = (round: string) =>
  queryOptions({ queryKey: ['survey', round, 'pilots'], queryFn: () => call(contracts.readSurveyPilots, { params: { round } }), staleTime: 0 });

export const startPilot = (round: string, id: string) => call(contracts.startSurveyPilot, { params: { round }, body: { id } });

export const endPilot = (round: string, pilot: string) => call(contracts.endSurveyPilot, { params: { round, pilot } });
