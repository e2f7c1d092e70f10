import { dayOf } from '@parindex/core/round/index';
import { NEWS_DAYS } from '@parindex/core/words/mail';
import type { MailSetting } from '../config.ts';
import type { Context } from '../context.ts';
import { inBackgroundOf } from '../db/background.ts';
import { deliver, type MailOutcome } from './deliver.ts';
import { type AttemptedMail, claimMail, isMailDue, recordAttempt } from './queries/mails.ts';
import { writeMail } from './write-mail.ts';

export interface MailWork extends Pick<Context, 'kind' | 'origin' | 'clock' | 'pool'> {
  readonly mail: MailSetting;
}

/** A process that took a mail and has not reported by then counts as dead. */
const LEASE_SECONDS = 600;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** The delay after this many attempts: a minute, doubling up to an hour. */
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
 * Sends the longest waiting mail; runs under parindex_jobs in any number of processes. It is marked before the mail
 * server gets it, and its outcome is recorded afterwards: if a process dies in between, the mail stays unsure and is not
 * sent again automatically. True if one was sent.
 */
export async function sendNext({ kind, origin, clock, pool, mail: setting }: MailWork): Promise<boolean> {
  const moment = clock.now();
  const sendable = { moment, since: dayOf(moment.getTime() - NEWS_DAYS * 24 * 3_600_000) };
  const claimed = await inBackgroundOf(pool, async (db) => ((await isMailDue(db, sendable)) ? claimMail(db, sendable, LEASE_SECONDS) : undefined));
  if (!claimed) return false;
  const { messageId, name, email, tries } = claimed;
  const { subject, text } = writeMail(claimed, { kind, origin });
  const delivery = await deliver(setting, { messageId, to: { name, address: email }, subject, text, date: clock.now() });
  await inBackgroundOf(pool, (db) => recordAttempt(db, claimed, triedOf(delivery, tries, clock.now()), clock.now()));
  // If the server accepts nothing now, the next mail can wait too.
  return delivery.outcome === 'taken' || delivery.outcome === 'refused';
}
