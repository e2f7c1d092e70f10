import type { Target } from '@parindex/core/ledger/entry';
import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from '../../../client/request.ts';
import { sheetPath } from './sheets.ts';

/** What was entered for an item or figure, up to the sheet's last entry. */
export const historyQuery = (round: string, body: string, target: Target, seq: number) =>
  queryOptions({
    queryKey: ['history', round, body, target.kind, target.id, seq],
    queryFn: () => ask<Answer<'history'>>('GET', `${sheetPath(round, body)}/entries`, { query: { [target.kind]: target.id, limit: 200 } }),
  });
