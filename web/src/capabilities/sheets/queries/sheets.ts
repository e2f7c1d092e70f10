import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath } from '../../../client/request.ts';

export type SheetAnswer = Answer<'sheetAnswer'>;
export type SheetList = Answer<'sheetList'>;
/** An item or figure in departments' hands. */
export type SheetPart = SheetAnswer['parts'][number];
export type Saved = Answer<'savedAnswer'>;

/** Where a sheet is asked for. */
export const sheetPath = (round: string, body: string) => `/api/rounds/${inPath(round)}/sheets/${inPath(body)}`;

/** How often an open sheet asks what others have entered. */
const LOOK_AGAIN = 20_000;

export const sheetQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['sheet', round, body],
    queryFn: () => ask<SheetAnswer>('GET', sheetPath(round, body)),
    refetchInterval: LOOK_AGAIN,
    refetchOnWindowFocus: true,
  });

export const sheetListQuery = (round: string) =>
  queryOptions({
    queryKey: ['sheets', round],
    queryFn: async (): Promise<SheetList> => {
      const page = (after?: string) => ask<SheetList>('GET', `/api/rounds/${inPath(round)}/sheets`, { query: { after } });
      const first = await page();
      const sheets = [...first.sheets];
      for (let { next } = first; next !== null; ) {
        const more = await page(next);
        sheets.push(...more.sheets);
        next = more.next;
      }
      return { ...first, sheets, next: null };
    },
  });
