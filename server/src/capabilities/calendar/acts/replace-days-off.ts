import type { FixedDayOff } from '@parindex/core/round/index';
import { fixedDaysOffOf } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { type DayOff, lockYearOff, readYearOff, writeYearOff } from '../queries/days-off.ts';

/** Replaces a year's list of days off as a whole; the old list goes into the audit. */
export async function replaceDaysOff(acting: Acting, year: number, days: readonly DayOff[]): Promise<void> {
  const { days: before } = await readYearOff(acting.db, year);
  await lockYearOff(acting.db, year);
  await writeYearOff(acting.db, year, days);
  const stands = await readRowStates(acting.db, { day_off: [String(year)] });
  await recordAct(acting, { act: 'dayOff.replace', subject: `daysOff:${year}`, content: { year: String(year), before, after: days, stands } });
}

/** Enters the fixed public holidays (data/days-off.json) for a year without entries; returns whether it did. */
export async function loadFixedDaysOff(acting: Acting, fixed: readonly FixedDayOff[], year: number): Promise<boolean> {
  if ((await lockYearOff(acting.db, year)) > 0) return false;
  await replaceDaysOff(acting, year, fixedDaysOffOf(fixed, year));
  return true;
}
