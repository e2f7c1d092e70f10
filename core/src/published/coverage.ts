import { bodiesOn } from '../bodies/on-date.ts';
import type { BodyRegistry, RegisteredBody } from '../bodies/types.ts';
import { type Level, lastDayOf, type PublishedHistory } from './types.ts';

/** How much of what could be known is there: body-years with a figure, of all body-years. */
export interface Coverage {
  readonly level: Level;
  /** Body-years with at least one figure; a conflict counts once. */
  readonly figures: number;
  /** Sum over the years of the bodies that were there and are assessed. */
  readonly possible: number;
  /** Bodies that were there in at least one of the years. */
  readonly bodies: number;
  readonly years: number;
  /** Rows read: more than `figures` where a body-year has several. */
  readonly rows: number;
  readonly severalRows: readonly { readonly body: string; readonly year: number }[];
}

/** A ministry that the registry says nothing of as to ranking is not assessed. */
export const isAssessed = ({ kind, ranked }: RegisteredBody): boolean => kind === 'province' || ranked !== undefined;

/** Counts the body-years of a level that have a figure, against all there could be. */
export function coverageOf({ figures, years }: PublishedHistory, registry: BodyRegistry, level: Level): Coverage {
  const rows = figures.filter((figure) => figure.level === level);
  const there = years.flatMap((year) => bodiesOn(registry, lastDayOf(year), level).filter(isAssessed));
  const groups = [...Map.groupBy(rows, ({ body, year }) => `${year} ${body}`).values()];
  return {
    level,
    figures: groups.length,
    possible: there.length,
    bodies: new Set(there).size,
    years: years.length,
    rows: rows.length,
    severalRows: groups.flatMap(([first, ...others]) => (first && others.length > 0 ? [{ body: first.body, year: first.year }] : [])),
  };
}
