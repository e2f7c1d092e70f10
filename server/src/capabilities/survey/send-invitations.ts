import { invitationMail } from '@parindex/core/survey/invitation-mail';
import type { MailSetting } from '../../config.ts';
import type { Context } from '../../context.ts';
import { inBackgroundOf } from '../../db/background.ts';
import { inTransactionAs, type ServingPools } from '../../db/transaction.ts';
import { called } from '../../documents/issued.ts';
import { deliver, type MailOutcome } from '../../mail/deliver.ts';
import { pauseAfter } from '../../mail/send-mails.ts';
import { findRound } from '../rounds/queries/rounds.ts';
import { newLink } from './acts/make-links.ts';
import type { Inviting } from './invitations.ts';
import { insertLinks } from './queries/links.ts';
import {
  dropPerson,
  endLostMails,
  endTriedLink,
  findMailing,
  findNextMailing,
  holdNextPerson,
  type MailingRow,
  markGoing,
  type NextPerson,
  readFailures,
  recordTry,
  restMailing,
  type TriedPerson,
  wakeMailing,
} from './queries/mailings.ts';
import { findSurvey, readBodies } from './queries/surveys.ts';
import { readInviting } from './read-inviting.ts';
import { readSurveyGroups } from './survey-groups.ts';

/** `pool` is under parindex_jobs, which reads no respondent; whom to write to is read in the name of whoever asked, under `serving`. */
export interface InvitationWork extends Pick<Context, 'kind' | 'clock' | 'pool'> {
  readonly serving: ServingPools;
  readonly mail: MailSetting;
}

/** A process that has not reported by then counts as dead. */
const LEASE_SECONDS = 600;
/** Mails on their way at a time, and how many one run sends. */
const LANES = 4;
const RUN = 40;

interface Going extends NextPerson {
  readonly link: string;
  readonly token: string;
  readonly at: Date;
}

/**
 * Takes the next person of a call: their link is made by chance, kept by its hash, and marked as going, in one transaction. The secret is in this process
 * alone until it is in the mail. Undefined where nobody is left; null where one was needed no more.
 */
async function takeNext({ serving, clock }: InvitationWork, mailing: MailingRow): Promise<Going | null | undefined> {
  const at = clock.now();
  return inTransactionAs(serving, mailing.by, at, async (db) => {
    const next = await holdNextPerson(db, mailing, at);
    if (!next) return undefined;
    if (!next.needed) {
      await dropPerson(db, mailing.id, next.respondent);
      return null;
    }
    const { link, token, hash } = newLink(mailing.origin);
    await insertLinks(db, [{ respondent: next.respondent, hash }], mailing.by, at);
    await markGoing(db, mailing.id, next, at, LEASE_SECONDS);
    return { ...next, link, token, at };
  });
}

function triedOf(outcome: MailOutcome, { tries, token }: Going, now: Date): TriedPerson {
  // A mail server may quote what it refuses. A name of the library's own, before what it said, is for nobody.
  const told =
    outcome.outcome === 'taken'
      ? null
      : outcome.told
          .replaceAll(token, '…')
          .replace(/^E[A-Z]+ /, '')
          .slice(0, 500);
  switch (outcome.outcome) {
    case 'taken':
      return { state: 'sent', told };
    case 'notTaken':
      return { state: 'waiting', nextTry: new Date(now.getTime() + pauseAfter(tries + 1)), told };
    case 'refused':
      return { state: 'undeliverable', told };
    case 'unknown':
      return { state: 'unsure', told };
  }
}

/** Sends one mail and records what became of it: the link of one that surely did not go ends. Whether the mail server may be asked for another now. */
async function sendOne(work: InvitationWork, mailing: MailingRow, going: Going, inviting: Inviting): Promise<boolean> {
  const { serving, clock, mail } = work;
  const { subject, text } = invitationMail({
    ...{ kind: mailing.kind, name: going.name, link: going.link, closes: inviting.closes, round: inviting.round, illustrative: inviting.illustrative },
    ...{ owner: called(inviting.owner), body: inviting.bodyName(going.body) },
    group: { vi: inviting.groupTitle(going.group, 'vi'), en: inviting.groupTitle(going.group, 'en') },
    questionnaire: { vi: inviting.questionnaire(going.group, 'vi'), en: inviting.questionnaire(going.group, 'en') },
  });
  // The same for a try of the same person, and another for the next: each carries a link of its own.
  const messageId = `${mailing.id}.${going.respondent}.${going.tries + 1}@parindex`;
  const outcome = await deliver(mail, { messageId, to: { name: going.name, address: going.mail }, subject, text, date: clock.now() });
  const at = clock.now();
  const silent = outcome.outcome === 'notTaken' && !outcome.alone;
  await inTransactionAs(serving, mailing.by, at, async (db) => {
    const recorded = await recordTry(db, mailing.id, going, triedOf(outcome, going, at));
    if (recorded && (outcome.outcome === 'notTaken' || outcome.outcome === 'refused')) await endTriedLink(db, going.respondent, going.at, mailing.by, at);
    if (!silent) return wakeMailing(db, mailing.id, at);
    const failures = (await readFailures(db, mailing.id)) + 1;
    await restMailing(db, mailing.id, failures, new Date(at.getTime() + pauseAfter(failures)));
  });
  return !silent;
}

/** What the mails of a call say; undefined where whoever asked for them leads the survey no more. */
async function readCall(work: InvitationWork, id: string, account: string): Promise<{ readonly mailing: MailingRow; readonly inviting: Inviting } | undefined> {
  const at = work.clock.now();
  return inTransactionAs(work.serving, account, at, async (db) => {
    const mailing = await findMailing(db, id);
    const [round, survey] = mailing ? [await findRound(db, mailing.round), await findSurvey(db, mailing.round)] : [];
    const step = round?.steps.find((dated) => dated.step === 'survey');
    if (!mailing || !round || !survey || !step) return undefined;
    await endLostMails(db, mailing.round, at);
    const [groups, bodies] = [await readSurveyGroups(db, survey.edition), await readBodies(db, round.id, null)];
    return { mailing, inviting: await readInviting(db, round, { closes: step.closes, groups, bodies, illustrative: work.kind === 'sandbox' }) };
  });
}

/**
 * Sends mails of the call that has waited longest, a few at a time, each person in two small transactions of their own: before the mail server hears of it, and after. A
 * process that dies in between leaves a mail of which nobody knows whether it went; it is told as such and not sent again by itself (decision 0159). True if
 * there may be more to do at once.
 */
export async function sendInvitations(work: InvitationWork): Promise<boolean> {
  const due = await inBackgroundOf(work.pool, (db) => findNextMailing(db, work.clock.now()));
  const call = due && (await readCall(work, due.id, due.account));
  if (!call) return false;
  const { mailing, inviting } = call;
  let [begun, more] = [0, true];
  const lane = async () => {
    while (more && begun < RUN) {
      begun += 1;
      const going = await takeNext(work, mailing);
      if (going === undefined) return;
      if (going !== null && !(await sendOne(work, mailing, going, inviting))) more = false;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
  return more;
}
