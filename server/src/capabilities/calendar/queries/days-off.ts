import type { replaceDaysOff } from '@parindex/core/contracts/calendar';
import type { Body } from '@parindex/core/contracts/contract';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type DayOff = Body<typeof replaceDaysOff>['days'][number];

const ofYear = (year: number) => sql<boolean>`date BETWEEN make_date(${year}, 1, 1) AND make_date(${year}, 12, 31)`;

/** A year's days off in order, with the version of the list; 0 if there is none. */
export async function readYearOff(db: Reading, year: number): Promise<{ version: number; days: DayOff[] }> {
  const held = await db.selectFrom('day_off_year').select('version').where('year', '=', year).executeTakeFirst();
  const days = await db.selectFrom('day_off').selectAll().where(ofYear(year)).orderBy('date').execute();
  return { version: held?.version ?? 0, days };
}

/** Locks a year's list for writing, whether it exists or not; returns its version. */
export async function lockYearOff(db: Writing, year: number): Promise<number> {
  const { version } = await db
    .insertInto('day_off_year')
    .values({ year, version: 0 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(({ ref }) => ({ version: ref('day_off_year.version') })))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Replaces a locked list. */
export async function writeYearOff(db: Writing, year: number, days: readonly DayOff[]): Promise<void> {
  await db.deleteFrom('day_off').where(ofYear(year)).execute();
  if (days.length > 0)
    await db
      .insertInto('day_off')
      .values([...days])
      .execute();
  await db
    .updateTable('day_off_year')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('year', '=', year)
    .execute();
}
