import { listSheets } from '@parindex/core/contracts/rounds';
import { readSheet } from '@parindex/core/contracts/sheets';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type SheetAnswer = Answer<'sheetAnswer'>;
export type SheetList = Answer<'sheetList'>;
/** An item or figure assigned to departments. */
export type SheetPart = SheetAnswer['parts'][number];
export type Saved = Answer<'savedAnswer'>;

/** How often an open sheet asks what others have entered. */
const LOOK_AGAIN = 20_000;

export const sheetQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['sheet', round, body],
    queryFn: () => call(readSheet, { params: { round, body } }),
    refetchInterval: LOOK_AGAIN,
    refetchOnWindowFocus: true,
  });

export const sheetListQuery = (round: string) =>
  queryOptions({
    queryKey: ['sheets', round],
    queryFn: async (): Promise<SheetList> => {
      const page = (after?: string) => call(listSheets, { params: { round }, query: { after } });
      const first = await page();
      const all = [...first.sheets];
      for (let { next } = first; next !== null; ) {
        const more = await page(next);
        all.push(...more.sheets);
        next = more.next;
      }
      return { ...first, sheets: all, next: null };
    },
  });
