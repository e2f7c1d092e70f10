import type { MailState } from '@parindex/core/contracts/schemas/index';
import type { SentReminder } from '@parindex/core/reminders/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../db/transaction.ts';

/** A mail that one process has taken to send. */
export interface ClaimedMail {
  readonly id: string;
  readonly messageId: string;
  readonly tries: number;
  readonly day: string;
  readonly name: string;
  readonly email: string;
  readonly reminders: readonly SentReminder[];
}

/** Which mails are sent at a moment: none of a day before `since`, which would tell what nobody needs any more. */
export interface Sendable {
  readonly moment: Date;
  /** yyyy-mm-dd */
  readonly since: string;
}

/** Whether a mail waits and may be tried now; or one was begun whose lease is over. Under parindex_jobs. */
export async function isMailDue(db: Reading, { moment, since }: Sendable): Promise<boolean> {
  const due = await db
    .selectFrom('mail')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('next_try', '<=', moment), eb('day', '>=', since)]),
        eb.and([eb('state', '=', 'sending'), eb('lease_until', '<=', moment)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

/** Takes the mail that has waited longest; undefined where there is none. */
export async function claimMail(db: Writing, { moment, since }: Sendable, leaseSeconds: number): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<{ mail: ClaimedMail | null }>`
    SELECT app.claim_mail(${moment}, make_interval(secs => ${leaseSeconds}), ${since}::date) AS mail`.execute(db);
  return rows[0]?.mail ?? undefined;
}

/** What became of a try: sent, not taken and to be tried again, refused for good, or nobody knows. */
export type AttemptedMail =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextTry: Date; readonly told: string }
  | { readonly state: 'refused' | 'unsure'; readonly told: string };

/** Keeps what became of a try. A process that was slow may come after its lease: what it knows then counts more than that nobody knew. */
export async function recordAttempt(db: Writing, { id, tries }: Pick<ClaimedMail, 'id' | 'tries'>, tried: AttemptedMail, at: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      state: tried.state,
      lease_until: null,
      ended_at: tried.state === 'sent' ? at : null,
      told: tried.state === 'sent' ? null : tried.told.slice(0, 500),
      ...(tried.state === 'waiting' ? { next_try: tried.nextTry } : {}),
    })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', 'in', ['sending', 'unsure'])
    .execute();
}

export interface MailRow extends Omit<ClaimedMail, 'messageId'> {
  readonly state: MailState;
  readonly told: string | null;
}

/** Mails that have not gone: those that ask for a person's word first, then the newest; for administrators of the whole installation. */
export const readMailQueue = (db: Reading, most: number): Promise<MailRow[]> =>
  db
    .selectFrom('mail as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select([
      'm.id',
      'm.tries',
      'm.day',
      'm.state',
      'm.told',
      'a.name',
      'a.email',
      sql<SentReminder[]>`(SELECT coalesce(jsonb_agg(r.told ORDER BY r.key), '[]') FROM reminder r WHERE r.mail_id = m.id)`.as('reminders'),
    ])
    .where('m.state', 'not in', ['sent', 'handedOver'])
    .orderBy(sql`m.state IN ('unsure', 'refused')`, 'desc')
    .orderBy('m.day', 'desc')
    .orderBy('a.name')
    .orderBy('m.id')
    .limit(most)
    .execute();

/** A person's decision on mails that have not gone; how many of them it reached: those that have gone in the meantime, or are just being sent, it does not. */
export async function decideMails(db: Writing, ids: readonly string[], state: 'waiting' | 'handedOver', at: Date): Promise<number> {
  const rows = await db
    .updateTable('mail')
    .set({ state, next_try: at, ended_at: state === 'handedOver' ? at : null })
    .where('id', 'in', ids)
    .where('state', 'in', state === 'waiting' ? ['unsure', 'refused'] : ['waiting', 'unsure', 'refused'])
    .returning('id')
    .execute();
  return rows.length;
}
