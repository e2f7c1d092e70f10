import { readSheet } from '@parindex/core/contracts/sheets';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import type { Answer } from './request.ts';

/** The sheet of a body in a round; its library of documents has the same. */
export interface SheetKey {
  readonly round: string;
  readonly body: string;
}

export type SheetAnswer = Answer<'sheetAnswer'>;
/** An item or figure assigned to departments. */
export type SheetPart = SheetAnswer['parts'][number];

/** How often an open sheet is polled for entries of others. */
const LOOK_AGAIN = 20_000;

export const sheetQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['sheet', round, body],
    queryFn: () => call(readSheet, { params: { round, body } }),
    refetchInterval: LOOK_AGAIN,
    refetchOnWindowFocus: true,
  });
