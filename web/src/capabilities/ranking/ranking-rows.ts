import { compare, fromFraction } from '@parindex/core/quantity/rational';
import { searchKey } from '@parindex/core/text/search-key';
import type { Ranking, RankingRow } from './queries/ranking.ts';

/** By which columns the ranking can be sorted. */
export const RANKING_SORTS = ['rank', 'body', 'index', 'change', 'answered'] as const;
export type RankingSort = (typeof RANKING_SORTS)[number];

/** What of the ranking is shown, kept in the address. */
export interface RankingChoice {
  readonly q?: string;
  readonly block?: string;
  /** Ranked by this domain alone. */
  readonly domain?: string;
  readonly sort?: string;
  readonly stage?: string;
  readonly among?: string;
  /** Of the final result, the body whose way is shown. */
  readonly body?: string;
}

/** A row by the chosen domain, or on the whole. */
export interface ShownRow {
  readonly row: RankingRow;
  readonly placed: Omit<RankingRow['domains'][number], 'code'>;
  /** Items decided on, or at the claimed stage scored. */
  readonly done: number;
}

const NOTHING: ShownRow['placed'] = { rank: null, index: null, change: null, points: '0/1', maximum: '0/1', asked: 0, answered: 0, claims: 0, decided: 0 };
const LAST = Number.MAX_SAFE_INTEGER;
const falling = (a: { readonly exact: string } | null | undefined, b: { readonly exact: string } | null | undefined) =>
  a && b ? compare(fromFraction(b.exact), fromFraction(a.exact)) : Number(!a) - Number(!b);

const ORDERS: Readonly<Record<RankingSort, (a: ShownRow, b: ShownRow) => number>> = {
  rank: (a, b) => (a.placed.rank ?? LAST) - (b.placed.rank ?? LAST),
  body: (a, b) => a.row.body.name.localeCompare(b.row.body.name, 'vi'),
  index: (a, b) => falling(a.placed.index, b.placed.index),
  change: (a, b) => falling(a.placed.change?.index, b.placed.change?.index),
  answered: (a, b) => b.done / Math.max(1, b.placed.asked) - a.done / Math.max(1, a.placed.asked),
};

/** The rows of the bodies that are looked for, in their order. */
export function chosenBodies<R extends { readonly body: Pick<RankingRow['body'], 'name' | 'block'> }>(rows: readonly R[], { q, block }: RankingChoice): R[] {
  const wanted = searchKey(q ?? '');
  return rows.filter(({ body }) => (block === undefined || body.block === block) && (wanted === '' || searchKey(body.name).includes(wanted)));
}

/** The rows to show, in the chosen order. */
export function rankingRows({ rows, domains, stage }: Ranking, choice: RankingChoice): ShownRow[] {
  const { domain, sort } = choice;
  const known = domains.some(({ code }) => code === domain);
  return chosenBodies(rows, choice)
    .map((row) => ({ row, placed: known ? (row.domains.find(({ code }) => code === domain) ?? NOTHING) : row }))
    .map(({ row, placed }) => ({ row, placed, done: stage === 'claimed' ? placed.answered - placed.claims : placed.decided }))
    .toSorted(ORDERS[RANKING_SORTS.find((one) => one === sort) ?? 'rank']);
}
