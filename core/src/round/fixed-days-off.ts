import { dayNumber } from '../quantity/calendar-date.ts';
import { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { list, object, oneOf, optional, required, text, textMatching } from '../reading/shape.ts';
import { titleShape } from '../reading/title-shape.ts';
import type { Title } from '../text/title.ts';
import type { DayOff } from './working-days.ts';

/** A day that is off every year, by law. */
export interface FixedDayOff {
  /** mm-dd */
  monthDay: string;
  name: Title;
  source: string;
}

interface FixedDaysOffFile {
  format: 'parindex-days-off/1';
  what?: string;
  note?: Title;
  fixed: FixedDayOff[];
}

const fileShape = object<FixedDaysOffFile>({
  format: required(oneOf(['parindex-days-off/1'])),
  what: optional(text),
  note: optional(titleShape),
  fixed: required(list(object<FixedDayOff>({ monthDay: required(textMatching(/^\d{2}-\d{2}$/)), name: required(titleShape), source: required(text) }))),
});

/** In a year with a 29 February every month and day that there can be is one. */
const A_LEAP_YEAR = '2024';

/** Reads the days that are off every year, or says all that is wrong with the file. */
export function readFixedDaysOff(raw: Raw, found = new Faults()): { days: FixedDayOff[]; faults?: never } | { days?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const file = fileShape.read(raw, ROOT, faults);
  const seen = new Set<string>();
  file?.fixed?.forEach((one, index) => {
    const monthDay = one?.monthDay;
    if (monthDay === undefined) return;
    const where = at(ROOT, 'fixed', index, 'monthDay');
    if (dayNumber(`${A_LEAP_YEAR}-${monthDay}`) === undefined) faults.add('outOfRange', where, { found: monthDay });
    if (seen.has(monthDay)) faults.add('duplicateId', where, { found: monthDay });
    seen.add(monthDay);
  });
  return file && faults.none ? { days: file.fixed as FixedDayOff[] } : { faults };
}

/** The fixed days off of one year; those of the lunar calendar and those that are announced are not among them. */
export const fixedDaysOffOf = (days: readonly FixedDayOff[], year: number): DayOff[] =>
  days
    .map(({ monthDay, name, source }): DayOff => ({ date: `${year}-${monthDay}`, kind: 'off', name: name.vi, source }))
    .filter(({ date }) => dayNumber(date) !== undefined);
