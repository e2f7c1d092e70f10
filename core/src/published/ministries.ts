import { bodiesOn, nameOn } from '../bodies/on-date.ts';
import type { BodyRegistry, RegisteredBody } from '../bodies/types.ts';
import type { NumberText } from '../quantity/number-text.ts';
import { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import type { Raw, RawObject } from '../reading/raw.ts';
import { countFrom1, type Draft, list, object, oneOf, optional, required, text } from '../reading/shape.ts';
import { SNAPSHOT_FORMAT } from '../snapshot/types.ts';
import { searchKey } from '../text/search-key.ts';
import { type PrintedRow, printedColumns, printedNumber } from './row-shape.ts';
import { lastDayOf } from './types.ts';

/** The two parts whose printed points are known, with the item of the scheme that takes each. */
const ITEM_OF_PART = { APPRAISED: '1.1', SURVEY: '1.2' } as const;
type Part = keyof typeof ITEM_OF_PART;
const PARTS = Object.keys(ITEM_OF_PART) as Part[];

/** A row of `ministries-2023.csv`: a ministry's total and rank, one of its parts, or (no rank, no part) the mean. */
interface MinistryRow extends PrintedRow {
  unit_vi: string;
  index_percent?: string;
  rank?: string;
  domain_code?: Part;
  domain_percent_or_points?: string;
  points_max?: string;
  value_kind?: string;
}

const rows = list(
  object<MinistryRow>({
    ...printedColumns,
    unit_vi: required(text),
    index_percent: optional(printedNumber),
    rank: optional(countFrom1),
    domain_code: optional(oneOf(PARTS)),
    domain_percent_or_points: optional(printedNumber),
    points_max: optional(printedNumber),
    value_kind: optional(text),
  }),
);

/** One ministry's printed total, rank and parts. */
export interface MinistryFigures {
  readonly body: string;
  readonly name: string;
  readonly index: NumberText;
  readonly rank: number;
  readonly parts: Readonly<Record<Part, NumberText>>;
}

export interface MinistryTable {
  readonly year: number;
  readonly ministries: readonly MinistryFigures[];
}

/** Reads the ministries' totals with their parts (rows of `readCsv`); bodies by the name of that year. */
export function readMinistries(
  raw: Raw,
  registry: BodyRegistry,
  found = new Faults(),
): { table: MinistryTable; faults?: never } | { table?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const drafts = rows.read(raw, ROOT, faults) ?? [];
  const year = Number(drafts[0]?.year ?? 0);
  const named = new Map(bodiesOn(registry, lastDayOf(year), 'ministry').map((body) => [searchKey(nameOn(body, lastDayOf(year))?.full ?? ''), body]));
  const ministries = drafts.flatMap((row, index) => {
    if (row?.year !== undefined && Number(row.year) !== year) faults.add('unknownValue', at(ROOT, index, 'year'), { found: row.year, expected: String(year) });
    const figures = row?.rank === undefined ? undefined : figuresOf(row, drafts, named, at(ROOT, index), faults);
    return figures ? [figures] : [];
  });
  return faults.none ? { table: { year, ministries } } : { faults };
}

function figuresOf(
  row: Draft<MinistryRow>,
  all: readonly (Draft<MinistryRow> | undefined)[],
  named: ReadonlyMap<string, RegisteredBody>,
  path: Path,
  faults: Faults,
): MinistryFigures | undefined {
  const { unit_vi: name, index_percent: index, rank } = row;
  if (name === undefined) return undefined;
  const body = named.get(searchKey(name));
  if (!body) faults.add('unknownId', at(path, 'unit_vi'), { found: name });
  if (index === undefined && !faults.has(at(path, 'index_percent'))) faults.add('missingKey', at(path, 'index_percent'), { key: 'index_percent' });
  const parts = Object.fromEntries(PARTS.map((part) => [part, pointsOf(part, name, all)]));
  for (const part of PARTS) if (parts[part] === undefined) faults.add('missingKey', at(path, part), { key: part });
  return { body: body?.id, name, index, rank: Number(rank), parts } as MinistryFigures;
}

const pointsOf = (part: Part, name: string, all: readonly (Draft<MinistryRow> | undefined)[]): NumberText | undefined =>
  all.find((row) => row?.unit_vi === name && row.domain_code === part)?.domain_percent_or_points;

/**
 * The raw snapshot that the printed parts make, under a scheme of these two parts. Bodies without printed
 * figures are left out: they would be scored with 0 points.
 */
export const ministriesSnapshot = ({ year, ministries }: MinistryTable, scheme: Raw): RawObject => ({
  format: SNAPSHOT_FORMAT,
  scheme,
  round: { id: String(year), year: String(year) },
  bodies: ministries.map(({ body, name }): RawObject => ({ id: body, name, type: 'ministry' })),
  sheets: Object.fromEntries(
    ministries.map(({ body, parts }) => [body, Object.fromEntries(PARTS.map((part) => [ITEM_OF_PART[part], { answer: { points: parts[part] } }]))]),
  ),
});
