import { existsOn } from '../bodies/on-date.ts';
import type { RegisteredBody } from '../bodies/types.ts';
import { compare, fromText } from '../quantity/rational.ts';
import { lastDayOf, type PublishedFigure, type PublishedHistory, type PublishedMean } from './types.ts';

/**
 * What is known of one year. `conflict`: sources disagree, or one says that others do; all stand side by side.
 * `noFigure`: none was found, which is neither zero nor a value between its neighbours.
 * `noBody`: the body was not there, so there can be none.
 */
export type SeriesYear<T> =
  | { readonly year: number; readonly state: 'published' | 'conflict'; readonly figures: readonly T[] }
  | { readonly year: number; readonly state: 'noFigure' | 'noBody' };

/** One entry for every year, whether there are figures for it or not. */
export const byYear = <T extends PublishedFigure | PublishedMean>(figures: readonly T[], years: readonly number[]): SeriesYear<T>[] =>
  years.map((year) => {
    const ofYear = figures.filter((figure) => figure.year === year);
    return ofYear.length === 0 ? { year, state: 'noFigure' } : { year, state: disagree(ofYear) ? 'conflict' : 'published', figures: ofYear };
  });

const disagree = (figures: readonly (PublishedFigure | PublishedMean)[]): boolean =>
  figures.some(
    (figure) =>
      figure.status === 'conflict' ||
      ('rival' in figure && figure.rival !== undefined) ||
      compare(fromText(figure.index), fromText(figures[0]?.index ?? figure.index)) !== 0,
  );

/**
 * The figures of one body, by its id alone: those of its predecessors are not its own, and neither a code
 * nor a name joins them.
 */
export const seriesOf = ({ figures, years }: PublishedHistory, body: RegisteredBody): SeriesYear<PublishedFigure>[] =>
  byYear(
    figures.filter((figure) => figure.body === body.id),
    years,
  ).map((entry) => (entry.state === 'noFigure' && !existsOn(body, lastDayOf(entry.year)) ? { year: entry.year, state: 'noBody' } : entry));
