import { readSheet, readSheetMark } from '@parindex/core/contracts/sheets';
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

/** How often it is asked whether others have changed an open sheet: a question that costs little. */
const LOOK_AGAIN = 4_000;
/** How often an open sheet is read anew all the same: what passes with time alone changes no mark. */
const READ_AGAIN = 60_000;

export const sheetQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['sheet', round, body],
    queryFn: () => call(readSheet, { params: { round, body } }),
    refetchInterval: READ_AGAIN,
    refetchOnWindowFocus: true,
  });

/** Whether anything has changed in a sheet since it was last asked. */
export const sheetMarkQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['sheet-mark', round, body],
    queryFn: () => call(readSheetMark, { params: { round, body } }),
    refetchInterval: LOOK_AGAIN,
    staleTime: 0,
    retry: false,
  });
