import * as sheets from '@parindex/core/contracts/sheets';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';

/** How a sheet came to be, by day; up to its last entry. */
export const sheetTimelineQuery = (round: string, body: string, seq: number) =>
  queryOptions({ queryKey: ['timeline', round, body, seq], queryFn: () => call(sheets.readTimeline, { params: { round, body } }) });
