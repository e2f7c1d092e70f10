import { dayNumber } from '../quantity/calendar-date.ts';
import type { Dated } from './types.ts';

/**
 * The day after a date written yyyy-mm-dd.
 * @example dayAfter('2025-06-30') === '2025-07-01'
 */
export function dayAfter(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const written = (y: number, m: number, d: number) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const next = [written(year, month, day + 1), written(year, month + 1, 1)].find((candidate) => dayNumber(candidate) !== undefined);
  return next ?? written(year + 1, 1, 1);
}

const isInForce = ({ from, to }: Dated, date: string): boolean => (from === undefined || from <= date) && (to === undefined || date <= to);

/** What is in force on a day: the member that began last, since a later one takes over from those before. */
export const inForceOn = <T extends Dated>(list: readonly T[], date: string): T | undefined => list.findLast((member) => isInForce(member, date));
