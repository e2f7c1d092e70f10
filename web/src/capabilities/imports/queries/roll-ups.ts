import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type RollUpPreview = Answer<'rollUpPreview'>;
export type RollUp = Answer<'rollUpList'>['items'][number];

const addressOf = (round: string, body: string) => `/api/rounds/${inPath(round)}/sheets/${inPath(body)}/roll-ups`;

/** What a figure of a sheet was added up from, up to the sheet's last entry. */
export const rollUpsQuery = (round: string, body: string, figure: string, seq: number) =>
  queryOptions({
    queryKey: ['roll-ups', round, body, figure, seq],
    queryFn: () => ask<Answer<'rollUpList'>>('GET', addressOf(round, body), { query: { figure } }),
  });

export const previewRollUp = (round: string, body: string, wanted: Sent<'rollUpWanted'>) =>
  ask<RollUpPreview>('POST', `${addressOf(round, body)}/preview`, { body: wanted });

export const makeRollUp = (round: string, body: string, wanted: Sent<'newRollUp'>) =>
  ask<Answer<'savedAnswer'>>('POST', addressOf(round, body), { body: wanted });
