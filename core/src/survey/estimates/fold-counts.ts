import type { Cell } from './count-answers.ts';

/** Where a response belongs: its stratum and cluster of the draw, and the group of its form. */
export interface CountedPlace {
  readonly stratum: string;
  readonly cluster: string;
  readonly group: string;
}

/** How many responses of one place stand at one cell. */
export interface CountedCell extends CountedPlace, Cell {
  readonly count: number;
}

/** What a survey's responses come to: each cell once, in the order of its parts, none of 0. Nothing that is estimated needs more than this. */
export type Counts = readonly CountedCell[];

const PARTS = ['stratum', 'cluster', 'group', 'question', 'option'] as const;

const keyOf = (cell: CountedCell): string => JSON.stringify(PARTS.map((part) => cell[part]));

function byParts(a: CountedCell, b: CountedCell): number {
  for (const part of PARTS) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}

/** One response's cells as counts of its place. */
export const countsOf = ({ stratum, cluster, group }: CountedPlace, cells: readonly Cell[]): CountedCell[] =>
  cells.map(({ question, option }) => ({ stratum, cluster, group, question, option, count: 1 }));

/** Adds counts up. In whichever order and parts they come, and added up before or not, the sum is the same. */
export function foldCounts(parts: Iterable<Iterable<CountedCell>>): Counts {
  const sums = new Map<string, CountedCell>();
  for (const part of parts)
    for (const cell of part) {
      const key = keyOf(cell);
      const { stratum, cluster, group, question, option } = cell;
      sums.set(key, { stratum, cluster, group, question, option, count: (sums.get(key)?.count ?? 0) + cell.count });
    }
  return [...sums.values()].filter(({ count }) => count !== 0).toSorted(byParts);
}
