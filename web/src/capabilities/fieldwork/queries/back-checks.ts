import * as backChecks from '@parindex/core/contracts/fieldwork-back-checks';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type BackChecks = Answer<'backChecksAnswer'>;
export type InterviewerResult = BackChecks['interviewers'][number];

/** Under the key of the field work, so that whatever changes that reads it anew. */
export const backChecksQuery = (round: string) =>
  queryOptions({ queryKey: ['fieldwork', round, 'back-checks'], queryFn: () => call(backChecks.readBackChecks, { params: { round } }), staleTime: 0 });

export const drawBackChecks = (round: string, draw: Sent<'newBackCheckDraw'>) => call(backChecks.drawBackChecks, { params: { round }, body: draw });

export const giveBackChecks = (round: string, assignment: Sent<'newBackCheckAssignment'>) =>
  call(backChecks.giveBackChecks, { params: { round }, body: assignment });
