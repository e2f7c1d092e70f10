import type { Changes, Target } from '@parindex/core/ledger/entry';
import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath } from './request.ts';

export type SheetAnswer = Answer<'sheetAnswer'>;
export type SheetList = Answer<'sheetList'>;
export type HistoryEntry = Answer<'historyEntry'>;
export type Review = Answer<'reviewAnswer'>;
export type Saved = Answer<'savedAnswer'>;

const place = (round: string, body: string) => `/api/rounds/${inPath(round)}/sheets/${inPath(body)}`;

/** How often an open sheet asks what others have entered. */
const LOOK_AGAIN = 20_000;

export const sheetQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['sheet', round, body],
    queryFn: () => ask<SheetAnswer>('GET', place(round, body)),
    refetchInterval: LOOK_AGAIN,
    refetchOnWindowFocus: true,
  });

/** The check before sending, of the sheet up to its last entry; while another is on its way the one before stands. */
export const reviewQuery = (round: string, body: string, seq: number) =>
  queryOptions({
    queryKey: ['review', round, body, seq],
    queryFn: () => ask<Review>('GET', `${place(round, body)}/review`),
    placeholderData: (before: Review | undefined) => (before?.round === round && before.body === body ? before : undefined),
    // Documents change without an entry of the sheet.
    staleTime: 0,
  });

/** What was entered for an item or figure, up to the sheet's last entry. */
export const historyQuery = (round: string, body: string, target: Target, seq: number) =>
  queryOptions({
    queryKey: ['history', round, body, target.kind, target.id, seq],
    queryFn: () => ask<Answer<'history'>>('GET', `${place(round, body)}/entries`, { query: { [target.kind]: target.id, limit: 200 } }),
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

export const freezeSheet = (round: string, body: string, base: number) =>
  ask<Answer<'sheetStanding'>>('POST', `${place(round, body)}/freeze`, { body: { id: crypto.randomUUID(), base } });

type Stages = SheetAnswer['items'][number]['stages'];

const changed = (stages: Stages, changes: Changes, seq: number): Stages => {
  const fields: Record<string, unknown> = { ...stages.claimed?.fields };
  const seqs: Record<string, number> = { ...stages.claimed?.seqs };
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete fields[field];
    else fields[field] = value;
    seqs[field] = seq;
  }
  return { ...stages, claimed: { fields, seqs } };
};

/**
 * A sheet with what the server has just answered to a save; undefined where somebody else's entries lie between, or it
 * stands at a later stage: then it is read anew.
 */
export function withSaved(sheet: SheetAnswer, entries: readonly { readonly id: string; readonly target: Target; readonly changes: Changes }[], saved: Saved) {
  const column = sheet.columns.claimed;
  const follows = saved.entries.every(({ seq, replayed }, index) => !replayed && seq === sheet.seq + 1 + index);
  if (!follows || !column || sheet.final !== 'claimed') return undefined;
  const seqOf = new Map(saved.entries.map(({ id, seq }) => [id, seq]));
  const scores = new Map(saved.items.map((item) => [item.code, item]));
  const over = <T extends { stages: Stages }>(kind: Target['kind'], id: string, cell: T): T => {
    let { stages } = cell;
    for (const { id: entry, target, changes } of entries)
      if (target.kind === kind && target.id === id) stages = changed(stages, changes, seqOf.get(entry) as number);
    return stages === cell.stages ? cell : { ...cell, stages };
  };
  return {
    ...sheet,
    seq: saved.seq,
    columns: { claimed: { total: saved.total, items: column.items.map((item) => scores.get(item.code) ?? item) } },
    items: sheet.items.map((item) => over('item', item.code, item)),
    figures: sheet.figures.map((figure) => over('figure', figure.id, figure)),
  } satisfies SheetAnswer;
}
