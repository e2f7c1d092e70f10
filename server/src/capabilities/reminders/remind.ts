import { randomUUID } from 'node:crypto';
import { dueReminders, dutiesOf, isReminderHour } from '@parindex/core/reminders/index';
import { dayOf } from '@parindex/core/round/index';
import type pg from 'pg';
import { inBackgroundOf } from '../../db/background.ts';
import { claimReminding, keepReminders, readReminded, remindedAccounts, remindedKeys } from './queries/reminders.ts';

/**
 * Makes the due reminders, with a mail for each person, at most one a day; runs under parindex_jobs. Returns the number
 * of mails: none if another process is doing it.
 */
export async function remindOnce(pool: pg.Pool, moment: Date): Promise<number> {
  if (!isReminderHour(moment.getTime())) return 0;
  return inBackgroundOf(pool, async (db) => {
    if (!(await claimReminding(db))) return 0;
    const { people, rounds, daysOff } = await readReminded(db, moment);
    const day = dayOf(moment.getTime());
    const told = await remindedAccounts(db, day);
    let made = 0;
    for (const person of people) {
      if (told.has(person.account)) continue;
      const due = dueReminders(dutiesOf(person, rounds), daysOff, moment.getTime());
      if (due.length === 0) continue;
      const before = await remindedKeys(
        db,
        person.account,
        due.map(({ key }) => key),
      );
      const fresh = due.filter(({ key }) => !before.has(key));
      if (fresh.length === 0) continue;
      await keepReminders(db, { id: randomUUID(), account: person.account, day, at: moment }, fresh);
      made += 1;
    }
    return made;
  });
}
