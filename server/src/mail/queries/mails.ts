import type { AccountEvent } from '@parindex/core/accounts/account-mail';
import type { Anchor, MailState } from '@parindex/core/contracts/schemas/index';
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
  readonly content: MailContent;
}

/** What a mail says, of whichever kind; of reminders, they say it themselves. */
export type MailContent =
  | { readonly kind: 'reminders'; readonly says: null }
  | { readonly kind: 'account'; readonly says: AccountEvent }
  | { readonly kind: 'anchor'; readonly says: Anchor };

/** Which mails may be sent at a moment: none of a day before `since`, whose news is outdated. */
export interface Sendable {
  readonly moment: Date;
  /** yyyy-mm-dd */
  readonly since: string;
}

/** Whether a mail waits and may be tried now, or the lease of a started one is over. Under parindex_jobs. */
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

/** Takes the longest waiting mail; undefined if there is none. */
export async function claimMail(db: Writing, { moment, since }: Sendable, leaseSeconds: number): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<{ mail: ClaimedMail | null }>`
    SELECT app.claim_mail(${moment}, make_interval(secs => ${leaseSeconds}), ${since}::date) AS mail`.execute(db);
  return rows[0]?.mail ?? undefined;
}

/** The outcome of an attempt: sent, to be retried, refused for good, or unknown. */
export type AttemptedMail =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextTry: Date; readonly told: string }
  | { readonly state: 'refused' | 'unsure'; readonly told: string };

/** Records the outcome of an attempt. A slow process may report after its lease: its knowledge overrides "unknown". */
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
  readonly nextTry: Date;
}

/** Unsent mails: first those that need a decision, then newest first; for administrators of the whole installation. */
export const readMailQueue = (db: Reading, most: number): Promise<MailRow[]> =>
  db
    .selectFrom('mail as m')
    .leftJoin('account as a', 'a.id', 'm.account_id')
    .select(({ fn }) => [
      'm.id',
      'm.tries',
      'm.day',
      'm.state',
      'm.told',
      'm.next_try as nextTry',
      sql<MailContent>`jsonb_build_object('kind', m.kind, 'says', m.says)`.as('content'),
      fn.coalesce('a.name', sql<string>`''`).as('name'),
      sql<string>`coalesce(m.address, a.email)`.as('email'),
      sql<SentReminder[]>`(SELECT coalesce(jsonb_agg(r.told ORDER BY r.key), '[]') FROM reminder r WHERE r.mail_id = m.id)`.as('reminders'),
    ])
    .where('m.state', 'not in', ['sent', 'handedOver'])
    .orderBy(sql`m.state IN ('unsure', 'refused')`, 'desc')
    .orderBy('m.day', 'desc')
    .orderBy('a.name')
    .orderBy('m.id')
    .limit(most)
    .execute();

export interface NewAnchorMail {
  readonly id: string;
  readonly address: string;
  readonly day: string;
  readonly messageId: string;
  readonly at: Date;
}

/** Puts an anchor into the queue; false where this very mail is there already. */
export async function sendAnchor(db: Writing, { id, address, day, messageId, at }: NewAnchorMail, anchor: Anchor): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail')
    .values({ id, account_id: null, address, day, message_id: messageId, next_try: at, made_at: at, kind: 'anchor', says: JSON.stringify(anchor) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether any of these mails is of another kind than reminders. */
export async function anyNotReminders(db: Reading, ids: readonly string[]): Promise<boolean> {
  const found = await db.selectFrom('mail').select('id').where('id', 'in', ids).where('kind', '<>', 'reminders').limit(1).executeTakeFirst();
  return found !== undefined;
}

/** A decision on unsent mails; returns how many it applied to, without those sent meanwhile or just being sent. */
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
