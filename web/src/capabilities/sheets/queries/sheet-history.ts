import { MOST_PER_PAGE } from '@parindex/core/contracts/limits';
import * as sheets from '@parindex/core/contracts/sheets';
import type { Target } from '@parindex/core/ledger/entry';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';

/** What was entered for an item or figure, up to the sheet's last entry. */
export const historyQuery = (round: string, body: string, target: Target, seq: number) =>
  queryOptions({
    queryKey: ['history', round, body, target.kind, target.id, seq],
    queryFn: () => call(sheets.readHistory, { params: { round, body }, query: { [target.kind]: target.id, limit: MOST_PER_PAGE } }),
  });
