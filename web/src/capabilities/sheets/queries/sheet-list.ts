import { listSheets } from '@parindex/core/contracts/rounds';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type SheetList = Answer<'sheetList'>;

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
