import * as imports from '@parindex/core/contracts/imports';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type RollUpPreview = Answer<'rollUpPreview'>;
export type RollUp = Answer<'rollUpList'>['items'][number];

/** What a figure of a sheet was added up from, up to the sheet's last entry. */
export const rollUpsQuery = (round: string, body: string, figure: string, seq: number) =>
  queryOptions({
    queryKey: ['roll-ups', round, body, figure, seq],
    queryFn: () => call(imports.listRollUps, { params: { round, body }, query: { figure } }),
  });

export const previewRollUp = (round: string, body: string, wanted: Sent<'rollUpWanted'>) =>
  call(imports.previewRollUp, { params: { round, body }, body: wanted });

export const makeRollUp = (round: string, body: string, wanted: Sent<'newRollUp'>) => call(imports.rollUp, { params: { round, body }, body: wanted });
