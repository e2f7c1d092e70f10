import type { Level } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

/** The published round of a level and year, where its parts are known too. */
export const roundOf = ({ data }: Context, level: Level, year: number) =>
  data.rounds.find((round) => round.level === level && round.result.round.year === year);

/** The page of a year: that of its round, where there is one. */
export function yearHref(context: Context, level: Level, year: number): string {
  const round = roundOf(context, level, year);
  return context.href(round ? { page: 'round', round: round.id } : { page: 'year', level, year });
}

/** What the files of a year are called. */
export const yearFile = (level: Level, year: number): string => `${level === 'province' ? 'tinh' : 'bo'}-${year}`;
