import type { surveyMails } from '@parindex/core/contracts/schemas/survey-mail';
import * as contracts from '@parindex/core/contracts/survey-mail';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { askForMails } from '../acts/ask-for-mails.ts';
import { originOf } from '../acts/make-links.ts';
import { holdInviting } from '../hold-inviting.ts';
import { type MailingStanding, readMailings, readMailStanding, readUnreached } from '../queries/mailings.ts';
import { readConfirmations, readConfirmedBodies } from '../queries/surveys.ts';

/** Most people told of at once whom mails do not reach. */
const MOST_UNREACHED = 500;

const NO_MAIL_SERVER: InBoth = {
  vi: 'Hệ thống chưa kết nối máy chủ thư điện tử. Hãy lập liên kết dưới dạng danh sách hoặc giấy mời rồi gửi.',
  en: 'There is no mail server here. Make the links as a list or as letters, and send those.',
};

/** Invitations and reminders by mail, asked for by whoever leads the survey. */
export function serveSurveyMails(app: FastifyInstance, context: Context): void {
  const present = (db: Reading, round: string, at: Date) => presentMails(db, round, at, context.hasMailServer === true);

  defineRoute(app, context, contracts.readSurveyMails, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, receivedAt }) => ({ body: await present(db, round.id, receivedAt) }),
  });

  defineRoute(app, context, contracts.sendSurveyMails, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body: wanted, receivedAt, request }) => {
      const { db } = acting;
      if (context.hasMailServer !== true) throw new Problem('notNow', { detail: NO_MAIL_SERVER });
      const { id, kind, body, group } = wanted;
      // Whoever has a link already is reminded even where somebody else of their list was replaced since.
      const { of } = await holdInviting(db, round, wanted, receivedAt, kind === 'invitation' ? readConfirmedBodies : readEverConfirmed);
      const effect = await askForMails(acting, { id, kind, body, group, round: round.id, origin: originOf(context, request) }, of);
      return { status: effect === 'unchanged' ? 200 : 201, effect, body: await present(db, round.id, receivedAt) };
    },
  });

  defineRoute(app, context, contracts.listUnreached, {
    find: findKnownRound,
    handle: async ({ acting, db, found: { round }, receivedAt }) => {
      const rows = await readUnreached(db, round.id, receivedAt, MOST_UNREACHED);
      await recordAct(acting, { act: 'respondents.view', subject: `survey:${round.id}`, round: round.id, content: { count: rows.length } });
      return { body: { count: rows[0]?.count ?? 0, items: rows.map(({ count: _, ...row }) => row) } };
    },
  });
}

/** How far a call has come; of reminders nothing, as how soon they are done would tell how many have answered. */
function progressOf({ kind, left, all, goesOn }: MailingStanding) {
  if (kind === 'reminder') return { state: 'asked', percent: null } as const;
  if (left === 0) return { state: 'done', percent: 100 } as const;
  return { state: goesOn ? ('going' as const) : ('stopped' as const), percent: Math.floor(((all - left) * 100) / all) };
}

const readEverConfirmed = async (db: Reading, round: string): Promise<string[]> => [...(await readConfirmations(db, round)).keys()];

/** How mails of a round's survey stand; of how many a call consists is not told. */
async function presentMails(db: Reading, round: string, at: Date, sends: boolean): Promise<z.output<typeof surveyMails>> {
  const [bodies, mailings] = [await readMailStanding(db, round, at), await readMailings(db, round, at)];
  return {
    sends,
    bodies,
    mailings: mailings.map((mailing) => ({
      ...{ id: mailing.id, kind: mailing.kind, body: mailing.body, group: mailing.group, askedBy: mailing.by, askedAt: mailing.at.toISOString() },
      ...progressOf(mailing),
    })),
  };
}
