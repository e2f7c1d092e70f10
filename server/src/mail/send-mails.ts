import { reminderMail } from '@parindex/core/reminders/index';
import { dayOf } from '@parindex/core/round/index';
import type { MailSetting } from '../config.ts';
import type { Context } from '../context.ts';
import { inBackgroundOf } from '../db/background.ts';
import { deliver, type MailOutcome } from './deliver.ts';
import { type AttemptedMail, claimMail, isMailDue, recordAttempt } from './queries/mails.ts';

export interface MailWork extends Pick<Context, 'kind' | 'origin' | 'clock' | 'pool'> {
  readonly mail: MailSetting;
}

/** A process that has taken a mail and has not said in this time what became of it is taken for dead. */
const LEASE_SECONDS = 600;
/** Days after which a mail that has not gone is no news any more: it stays in the mail queue. */
const NEWS_DAYS = 7;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** How long a mail waits after so many tries: a minute, doubling up to an hour. */
export const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 10));

const triedOf = (delivery: MailOutcome, tries: number, now: Date): AttemptedMail => {
  switch (delivery.outcome) {
    case 'taken':
      return { state: 'sent' };
    case 'notTaken':
      return { state: 'waiting', nextTry: new Date(now.getTime() + pauseAfter(tries)), told: delivery.told };
    case 'refused':
      return { state: 'refused', told: delivery.told };
    case 'unknown':
      return { state: 'unsure', told: delivery.told };
  }
};

/**
 * Sends the mail that has waited longest; under parindex_jobs, by any number of processes. It is marked before the mail server
 * hears of it, and what became of it after: a process that dies between leaves it unsure, and no process sends it again.
 * True where one was sent.
 */
export async function sendNext({ kind, origin, clock, pool, mail: setting }: MailWork): Promise<boolean> {
  const moment = clock.now();
  const sendable = { moment, since: dayOf(moment.getTime() - NEWS_DAYS * 24 * 3_600_000) };
  const claimed = await inBackgroundOf(pool, async (db) => ((await isMailDue(db, sendable)) ? claimMail(db, sendable, LEASE_SECONDS) : undefined));
  if (!claimed) return false;
  const { messageId, name, email, day, reminders, tries } = claimed;
  const { subject, text } = reminderMail({ name, day, reminders, origin, illustrative: kind === 'sandbox' });
  const delivery = await deliver(setting, { messageId, to: { name, address: email }, subject, text, date: clock.now() });
  await inBackgroundOf(pool, (db) => recordAttempt(db, claimed, triedOf(delivery, tries, clock.now()), clock.now()));
  // Where the server takes nothing, the next mail may wait too.
  return delivery.outcome === 'taken' || delivery.outcome === 'refused';
}
