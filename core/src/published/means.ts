import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { list, object, oneOf, required, text } from '../reading/shape.ts';
import { type PrintedRow, printedColumns, printedIn, printedNumber, sourceIn } from './row-shape.ts';
import { byYear, type SeriesYear } from './series.ts';
import { AGGREGATE_KINDS, type AggregateKind, type Level, type PublishedMean } from './types.ts';

/** A row of `aggregates.csv`. */
interface MeanRow extends PrintedRow {
  kind: AggregateKind;
  name_vi: string;
  index_percent: string;
  source: string;
}

const rows = list(
  object<MeanRow>({
    ...printedColumns,
    kind: required(oneOf(AGGREGATE_KINDS)),
    name_vi: required(text),
    index_percent: required(printedNumber),
    source: required(text),
  }),
);

/** Reads published means (rows of `readCsv`), or says all that is wrong with them. */
export function readMeans(raw: Raw, found = new Faults()): { means: readonly PublishedMean[]; faults?: never } | { means?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const drafts = rows.read(raw, ROOT, faults);
  return faults.none ? { means: (drafts as MeanRow[]).map(meanOf) } : { faults };
}

const meanOf = (row: MeanRow): PublishedMean => ({
  ...printedIn(row),
  kind: row.kind,
  name: row.name_vi,
  index: row.index_percent,
  source: sourceIn(row, row.source),
});

/** The mean of all bodies of a level, year by year. */
export const nationalMeans = (means: readonly PublishedMean[], level: Level, years: readonly number[]): SeriesYear<PublishedMean>[] =>
  byYear(
    means.filter((mean) => mean.kind === 'mean' && mean.level === level),
    years,
  );

export interface RegionMeans {
  /** As the registry of bodies names it. */
  readonly region: string;
  readonly years: SeriesYear<PublishedMean>[];
}

/** The mean of the provinces of each region, year by year; regions in the order of their first row. */
export function regionMeans(means: readonly PublishedMean[], years: readonly number[]): RegionMeans[] {
  const byRegion = Map.groupBy(
    means.filter(({ kind }) => kind === 'regionMean'),
    ({ name }) => name.replace(/^Vùng /, ''),
  );
  return [...byRegion].map(([region, ofRegion]) => ({ region, years: byYear(ofRegion, years) }));
}
