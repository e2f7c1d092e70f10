import type { DueReminder, RemindedPerson, RemindedRound, SentReminder } from '@parindex/core/reminders/index';
import { type DaysOff, daysOffByDate } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { count } from '../../../db/fragments.ts';
import { tryLock } from '../../../db/locks.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Everything that reminders depend on at a moment. */
export interface Reminded {
  readonly people: readonly RemindedPerson[];
  readonly rounds: readonly RemindedRound[];
  readonly daysOff: DaysOff;
}

interface ReminderData extends Omit<Reminded, 'daysOff'> {
  readonly daysOff: Parameters<typeof daysOffByDate>[0];
}

const asReminded = ({ daysOff, ...rest }: ReminderData): Reminded => ({ ...rest, daysOff: daysOffByDate(daysOff) });

/** Of all people; under parindex_jobs. */
export async function readReminded(db: Reading, moment: Date): Promise<Reminded> {
  // Whose roles run, and who is independent of whom, is judged at the request's moment, which a job has not.
  await sql`SELECT set_config('app.moment', ${moment.toISOString()}, true)`.execute(db);
  const { rows } = await sql<{ found: ReminderData }>`SELECT app.find_reminded(NULL, ${moment}) AS found`.execute(db);
  return asReminded((rows[0] as (typeof rows)[number]).found);
}

/** Of whom the address of a calendar belongs to; undefined where it leads nowhere. */
export async function readRemindedByFeed(db: Reading, hash: Buffer, moment: Date): Promise<Reminded | undefined> {
  const { rows } = await sql<{ found: ReminderData | null }>`SELECT app.calendar_of(${hash}, ${moment}) AS found`.execute(db);
  return rows[0]?.found ? asReminded(rows[0].found) : undefined;
}

/** Locks against other processes; false if one is making reminders already. */
export const claimReminding = (db: Writing): Promise<boolean> => tryLock(db, 'reminding');

/** Accounts that have had their mail of a day: mails of another kind are no reminders, and what is told at once comes beside. */
export async function remindedAccounts(db: Reading, day: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('mail').select('account_id').where('day', '=', day).where('kind', '=', 'reminders').where('prompt', '=', false).execute();
  return new Set(rows.flatMap(({ account_id }) => account_id ?? []));
}

/** Which reminders were told before, as "account key"; of all people at once, as it is asked for often. */
export async function remindedKeys(
  db: Reading,
  asked: readonly { readonly account: string; readonly due: readonly Pick<DueReminder, 'key'>[] }[],
): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set();
  const pairs = asked.flatMap(({ account, due }) => due.map(({ key }) => ({ account, key })));
  const { rows } = await sql<{ account_id: string; key: string }>`
    SELECT r.account_id, r.key FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS a (account uuid, key text)
      JOIN reminder r ON r.account_id = a.account AND r.key = a.key`.execute(db);
  return new Set(rows.map(({ account_id, key }) => `${account_id} ${key}`));
}

export interface NewMail {
  readonly id: string;
  readonly account: string;
  readonly day: string;
  readonly at: Date;
  /** Told at once, beside the mail of the day. */
  readonly prompt: boolean;
}

/** Stores a person's reminders of a day, with the mail that carries them. */
export async function keepReminders(db: Writing, { id, account, day, at, prompt }: NewMail, reminders: readonly DueReminder[]): Promise<void> {
  await db
    .insertInto('mail')
    .values({ id, account_id: account, day, message_id: `${id}@parindex`, next_try: at, made_at: at, prompt })
    .execute();
  await db
    .insertInto('reminder')
    .values(
      reminders.map(({ key, ...told }) => ({
        account_id: account,
        key,
        round_id: told.about.kind === 'round' ? told.about.id : null,
        edition_id: told.about.kind === 'edition' ? told.about.id : null,
        body_id: told.body.id,
        told: JSON.stringify(told),
        day,
        made_at: at,
        mail_id: id,
      })),
    )
    .execute();
}

export interface ReminderRow {
  readonly id: string;
  readonly told: SentReminder;
  readonly day: string;
  readonly read_at: Date | null;
}

/** The reminders of an account, newest first; all, or only some. */
export async function remindersOf(db: Reading, account: string, most?: number): Promise<ReminderRow[]> {
  const query = db.selectFrom('reminder').select(['id', 'told', 'day', 'read_at']).where('account_id', '=', account).orderBy('made_at', 'desc').orderBy('key');
  return (most === undefined ? query : query.limit(most)).execute();
}

export const countReminders = (db: Reading, account: string): Promise<{ all: number; unread: number }> =>
  db
    .selectFrom('reminder')
    .select((eb) => [count().as('all'), count(eb('read_at', 'is', null)).as('unread')])
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow();

/** Marks reminders of an account as read; returns those that were unread. */
export async function markRead(db: Writing, account: string, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await db
    .updateTable('reminder')
    .set({ read_at: at })
    .where('account_id', '=', account)
    .where('id', 'in', ids)
    .where('read_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
