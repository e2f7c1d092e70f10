import { dayNumber } from '@parindex/core/quantity/calendar-date';
import { dayOf } from '@parindex/core/round/calendar';

/** Today in Vietnam. */
export const today = (): string => dayOf(Date.now());

/** Why a text is not a day: its format, or not in the calendar. */
export type DayFault = 'form' | 'noSuchDay';

const FORM = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/;

/** A day typed as 5/2/2026, 05-02-2026 or 05.02.2026, as the API expects it. */
export function dayIn(text: string): { readonly day: string } | { readonly fault: DayFault } {
  const [, date, month, year] = FORM.exec(text) ?? [];
  if (date === undefined || month === undefined || year === undefined) return { fault: 'form' };
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return dayNumber(day) === undefined ? { fault: 'noSuchDay' } : { day };
}
