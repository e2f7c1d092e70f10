import type { RegisteredBody } from '@parindex/core/bodies/index';
import type { PublishedFigure, PublishedYear, YearRow } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

interface Newest {
  readonly year: PublishedYear;
  readonly row: YearRow & { readonly figure: PublishedFigure };
  /** The body with those that stand just above and below among what is known. */
  readonly around: readonly YearRow[];
}

/** Where a body stands in the newest year that has a figure of it. */
export function newestYear(body: RegisteredBody, { data }: Context): Newest | undefined {
  if (body.kind !== 'province' && body.kind !== 'ministry') return undefined;
  const year = data.years[body.kind].findLast(({ rows }) => rows.some((row) => row.body.id === body.id && row.figure));
  const known = year?.rows.filter(({ figure }) => figure) ?? [];
  const place = known.findIndex((row) => row.body.id === body.id);
  const row = known[place];
  return year && row?.figure ? { year, row: { ...row, figure: row.figure }, around: known.slice(Math.max(0, place - 1), place + 2) } : undefined;
}
