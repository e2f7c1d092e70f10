import { bodiesOn } from '../bodies/on-date.ts';
import type { BodyRegistry } from '../bodies/types.ts';
import type { NumberText } from '../quantity/number-text.ts';
import { compare, fromText } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { countFrom1, list, object, optional, required, text, textMatching } from '../reading/shape.ts';
import { type PrintedRow, printedColumns, printedNumber, sourceIn } from './row-shape.ts';
import { type Level, lastDayOf, type PublishedFigure, type Source } from './types.ts';

/** A row of `groups.csv`. */
interface GroupRow extends PrintedRow {
  group: string;
  from_percent?: string;
  before_percent?: string;
  count: string;
  source: string;
}

const rows = list(
  object<GroupRow>({
    ...printedColumns,
    group: required(textMatching(/^[A-E]$/)),
    from_percent: optional(printedNumber),
    before_percent: optional(printedNumber),
    count: required(countFrom1),
    source: required(text),
  }),
);

/** How many bodies a year's results were published to have in a group: of all of them, even where few single figures are known. */
export interface PublishedGroup {
  readonly year: number;
  readonly level: Level;
  readonly group: string;
  /** From this index on; undefined: no bound. */
  readonly from: NumberText | undefined;
  readonly before: NumberText | undefined;
  readonly count: number;
  readonly source: Source;
}

/** Reads published groups (rows of `readCsv`), or says what is wrong: the groups of a year hold every body there was. */
export function readGroups(
  raw: Raw,
  registry: BodyRegistry,
  found = new Faults(),
): { groups: readonly PublishedGroup[]; faults?: never } | { groups?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const drafts = rows.read(raw, ROOT, faults) ?? [];
  if (!faults.none) return { faults };
  const groups = (drafts as GroupRow[]).map(groupOf);
  groups.forEach(({ year, level }, index) => {
    const there = bodiesOn(registry, lastDayOf(year), level).length;
    const counted = groups.filter((group) => group.year === year && group.level === level).reduce((sum, { count }) => sum + count, 0);
    if (counted !== there) faults.add('outOfRange', at(ROOT, index, 'count'), { found: String(counted), expected: String(there) });
  });
  return faults.none ? { groups } : { faults };
}

const groupOf = (row: GroupRow): PublishedGroup => ({
  year: Number(row.year),
  level: row.level,
  group: row.group,
  from: row.from_percent,
  before: row.before_percent,
  count: Number(row.count),
  source: sourceIn(row, row.source),
});

/** Whether a printed index is one of a group's. */
export const isInGroup = ({ from, before }: PublishedGroup, { index }: Pick<PublishedFigure, 'index'>): boolean =>
  (from === undefined || compare(fromText(index), fromText(from)) >= 0) && (before === undefined || compare(fromText(index), fromText(before)) < 0);
