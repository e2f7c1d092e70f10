import { dayOf } from '@parindex/core/round/index';

export interface TimeScale {
  /** Beginnings of months, from the first shown to the one after the last. */
  readonly months: readonly { readonly year: number; readonly month: number; readonly x: number }[];
  /** The position of a moment; undefined outside the range. */
  at(moment: number): number | undefined;
}

/** The first moment of a month in Vietnam. */
const monthStart = (year: number, month: number): number => Date.UTC(year, month, 1) - 7 * 3_600_000;

/** Whole months around all steps, scaled to a width. */
export function timeScale(steps: readonly { readonly opens: string; readonly closes: string }[], width: number): TimeScale {
  const monthOf = (moment: number) => {
    const [year = 0, month = 1] = dayOf(moment).split('-').map(Number);
    return year * 12 + month - 1;
  };
  const first = monthOf(Math.min(...steps.map(({ opens }) => Date.parse(opens))));
  const last = monthOf(Math.max(...steps.map(({ closes }) => Date.parse(closes) - 1)));
  const startOf = (number: number) => monthStart(Math.floor(number / 12), number % 12);
  const [from, to] = [startOf(first), startOf(last + 1)];
  const place = (moment: number) => ((moment - from) / (to - from)) * width;
  const months = Array.from({ length: last - first + 2 }, (_, index) => {
    const number = first + index;
    return { year: Math.floor(number / 12), month: (number % 12) + 1, x: place(startOf(number)) };
  });
  return { months, at: (moment) => (moment < from || moment > to ? undefined : place(moment)) };
}
