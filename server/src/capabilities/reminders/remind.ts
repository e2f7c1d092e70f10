import { randomUUID } from 'node:crypto';
import { dueReminders, dutiesOf, isReminderHour, isToldAtOnce } from '@parindex/core/reminders/index';
import { dayOf } from '@parindex/core/round/index';
import type pg from 'pg';
import { inBackgroundOf } from '../../db/background.ts';
import { claimReminding, keepReminders, readReminded, remindedAccounts, remindedKeys } from './queries/reminders.ts';

/**
 * Makes the due reminders; runs under parindex_jobs. Each person gets one mail a day, from the hour on; what somebody has
 * just sent back or opened again is told in a mail of its own at once where the day's has gone or is still to come. Returns
 * the number of mails: none if another process is doing it.
 */
export async function remindOnce(pool: pg.Pool, moment: Date): Promise<number> {
  return inBackgroundOf(pool, async (db) => {
    if (!(await claimReminding(db))) return 0;
    const { people, rounds, daysOff } = await readReminded(db, moment);
    const day = dayOf(moment.getTime());
    const told = await remindedAccounts(db, day);
    const hour = isReminderHour(moment.getTime());
    const dueOf = people.flatMap((person) => {
      const prompt = !hour || told.has(person.account);
      const all = dueReminders(dutiesOf(person, rounds), daysOff, moment.getTime());
      const due = prompt ? all.filter(isToldAtOnce) : all;
      return due.length === 0 ? [] : [{ account: person.account, prompt, due }];
    });
    const before = await remindedKeys(db, dueOf);
    let made = 0;
    for (const { account, prompt, due } of dueOf) {
      const fresh = due.filter(({ key }) => !before.has(`${account} ${key}`));
      if (fresh.length === 0) continue;
      await keepReminders(db, { id: randomUUID(), account, day, at: moment, prompt }, fresh);
      made += 1;
    }
    return made;
  });
}
