import type { Kind } from '../kind.ts';

const yearText = (year: number): string => String(year).padStart(4, '0');

/** A date outside the year that is assessed, or the span of years that is declared for it. */
export const dateOutsideYear: Kind<'dateOutsideYear'> = {
  severity: 'mustExplain',
  *find({ figures, figureTypes, usersOf, year }, { dates }) {
    for (const [figure, type] of figureTypes) {
      const value = figures[figure]?.value;
      const items = usersOf(figure);
      if (type !== 'date' || typeof value !== 'string' || items.length === 0) continue;
      const span = dates.find((each) => each.figure === figure);
      const first = `${yearText(year - Number(span?.yearsBefore ?? 0))}-01-01`;
      const last = `${yearText(year + Number(span?.yearsAfter ?? 0))}-12-31`;
      if (value < first || value > last) yield { where: { item: items[0] ?? null, figure }, items, details: { figure, value, first, last } };
    }
  },
};
