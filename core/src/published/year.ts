import { bodiesOn, nameOn } from '../bodies/on-date.ts';
import type { BodyName, BodyRegistry, RegisteredBody } from '../bodies/types.ts';
import { compare, fromText, subtract, toDecimal } from '../quantity/rational.ts';
import { isAssessed } from './coverage.ts';
import { type SeriesYear, seriesOf } from './series.ts';
import { type Level, lastDayOf, type PublishedFigure, type PublishedHistory } from './types.ts';

/** How a body stands against the year before: points of the index and places gained; undefined where one of the two is not known. */
export interface Change {
  readonly points: string;
  readonly places: number | undefined;
}

/** One body in one year; of several figures the first counts, and `state` says that others stand beside it. */
export interface YearRow {
  readonly body: RegisteredBody;
  /** As it was called in that year. */
  readonly name: BodyName;
  readonly state: SeriesYear<PublishedFigure>['state'];
  readonly figure: PublishedFigure | undefined;
  readonly change: Change | undefined;
}

export interface PublishedYear {
  readonly level: Level;
  readonly year: number;
  /** Those with a figure by rank, else by index; then the others by name. */
  readonly rows: readonly YearRow[];
  readonly known: number;
  /** Bodies that are ranked, and so could have a figure. */
  readonly possible: number;
}

const alphabetical = new Intl.Collator('vi');

/** A body that is assessed and not ranked has an index that is rarely printed: it is no gap. */
const isRanked = ({ kind, ranked }: RegisteredBody): boolean => kind === 'province' || ranked === true;

/** What is known of one level in one year, for every body that was there at its end. */
export function publishedYear(history: PublishedHistory, registry: BodyRegistry, level: Level, year: number): PublishedYear {
  const there = bodiesOn(registry, lastDayOf(year), level).filter(isAssessed);
  const rows = there.map((body) => rowOf(history, body, year)).filter(({ body, figure }) => figure !== undefined || isRanked(body));
  return {
    level,
    year,
    rows: rows.toSorted(byStanding),
    known: rows.filter(({ figure }) => figure !== undefined).length,
    possible: rows.length,
  };
}

function rowOf(history: PublishedHistory, body: RegisteredBody, year: number): YearRow {
  const [before, entry] = seriesOf({ figures: history.figures, years: [year - 1, year] }, body);
  const figure = figureOf(entry);
  return {
    body,
    name: nameOn(body, lastDayOf(year)) as BodyName,
    state: entry?.state ?? 'noFigure',
    figure,
    change: changeBetween(figureOf(before), figure),
  };
}

const figureOf = (entry: SeriesYear<PublishedFigure> | undefined): PublishedFigure | undefined => (entry && 'figures' in entry ? entry.figures[0] : undefined);

/** The later figure against the earlier, as printed; undefined unless both are there. */
export function changeBetween(before: PublishedFigure | undefined, after: PublishedFigure | undefined): Change | undefined {
  if (!before || !after) return undefined;
  return {
    points: toDecimal(subtract(fromText(after.index), fromText(before.index)), 2, 'halfUp'),
    places: before.rank === undefined || after.rank === undefined ? undefined : before.rank - after.rank,
  };
}

function byStanding(a: YearRow, b: YearRow): number {
  if (!a.figure || !b.figure) return Number(a.figure === undefined) - Number(b.figure === undefined) || alphabetical.compare(a.name.sort, b.name.sort);
  if (a.figure.rank !== undefined && b.figure.rank !== undefined) return a.figure.rank - b.figure.rank;
  return compare(fromText(b.figure.index), fromText(a.figure.index));
}

/** Years to show: from the first with a figure to the last, and on to the last in which bodies of the level began. */
export function yearsOf({ years }: PublishedHistory, registry: BodyRegistry, level: Level): number[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const opened = registry.bodies.filter(({ kind }) => kind === level).map(({ opened: day }) => Number(day?.slice(0, 4) ?? 0));
  return Array.from({ length: Math.max(last, ...opened) - first + 1 }, (_, index) => first + index);
}

/** The newest year of which every ranked body has a figure; undefined where there is none. */
export const newestWholeYear = (years: readonly PublishedYear[]): PublishedYear | undefined =>
  years.findLast(({ known, possible }) => possible > 0 && known === possible);
