import { at, type Faults, itemsOfDomains, type Raw, ROOT, type Scheme } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/rounds';
import { calendarMoment } from '@parindex/core/contracts/schemas/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { judgeDoubles, judgeKnown, type SentMember, saidBy, sentMembers } from '../../../http/sent-members.ts';
import { changeCalendar } from '../acts/change-calendar.ts';
import { replaceDomainOwners } from '../acts/replace-domain-owners.ts';
import { replaceExclusions } from '../acts/replace-exclusions.ts';
import { replaceParticipants } from '../acts/replace-participants.ts';
import { findKnownRound, holdFound } from '../found.ts';
import { itemsWithData, participantsOf, type StepRow } from '../queries/round-plan.ts';
import { knownBodies, type RoundRow, readPlan } from '../queries/rounds.ts';
import { answerRound, holdSeen } from '../round-answer.ts';
import { schemeOfEdition } from '../scheme.ts';

const DRAFT_OR_OPEN = ['draft', 'open'] as const;

/** The scheme that a round's parts are named by. */
async function schemeOf(db: Reading, round: RoundRow): Promise<Scheme> {
  const scheme = await schemeOfEdition(db, round.edition);
  if (!scheme)
    throw new Problem('notNow', {
      detail: { vi: 'Kỳ đánh giá chưa có bộ tiêu chí, hoặc bản dự thảo còn lỗi.', en: 'The round has no edition yet, or its draft has faults.' },
      more: { edition: round.edition },
    });
  return scheme;
}

/** In an open round an item that a body has declared cannot be excluded: what it declared would count no more. */
async function judgeLosses(db: Reading, round: RoundRow, members: readonly SentMember[], faults: Faults): Promise<void> {
  const key = (body: string | undefined, item: string | undefined) => JSON.stringify([body, item]);
  const had = new Set((await readPlan(db, round.id)).exclusions.map(({ body, item }) => key(body, item)));
  const added = members.filter(({ text }) => text('body') !== undefined && text('item') !== undefined && !had.has(key(text('body'), text('item'))));
  const pairs = added.map(({ text }) => ({ body: text('body') as string, item: text('item') as string }));
  const declared = new Set((await itemsWithData(db, round.id, pairs)).map(({ body, item }) => key(body, item)));
  for (const { path, text } of added)
    if (declared.has(key(text('body'), text('item')))) faults.add('notAllowedHere', at(path, 'item'), { found: text('item') as string });
}

/** A moment that could be read, in milliseconds. */
const millisecondsOf = (text: string | undefined): number | undefined =>
  text !== undefined && calendarMoment.safeParse(text).success ? Date.parse(text) : undefined;

function judgeTimes(path: ReturnType<typeof at>, opens: number | undefined, closes: number | undefined, faults: Faults): void {
  if (opens !== undefined && closes !== undefined && opens >= closes)
    faults.add('outOfRange', at(path, 'closes'), { found: new Date(closes).toISOString(), expected: `> ${new Date(opens).toISOString()}` });
}

/** The parts of a round's plan, each replaced whole. */
export function serveRoundPlan(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.setParticipants, {
    find: findKnownRound,
    judge: async (asked, faults) => {
      await holdSeen(asked, DRAFT_OR_OPEN);
      const members = sentMembers(asked.raw, 'participants');
      judgeKnown(members, 'body', await knownBodies(asked.db, saidBy(members, 'body')), faults);
      judgeDoubles(members, ['body'], faults);
    },
    handle: async ({ acting, found: { round }, body, language, receivedAt }) => {
      await replaceParticipants(
        acting,
        round,
        body.participants.map((participant) => ({ body: participant.body, block: participant.block ?? null, ranked: participant.ranked ?? true })),
      );
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.setExclusions, {
    find: findKnownRound,
    judge: async (asked, faults) => {
      const { db, raw } = asked;
      const round = await holdSeen(asked, DRAFT_OR_OPEN);
      const scheme = await schemeOf(db, round);
      const members = sentMembers(raw, 'exclusions');
      judgeKnown(members, 'body', new Set(await participantsOf(db, round.id)), faults);
      judgeKnown(members, 'item', new Set(itemsOfDomains(scheme.domains).map(({ code }) => code)), faults);
      judgeDoubles(members, ['body', 'item'], faults);
      if (round.state === 'open') await judgeLosses(db, round, members, faults);
    },
    handle: async ({ acting, found: { round }, body, language, receivedAt }) => {
      await replaceExclusions(acting, round, body.exclusions);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.setDomainOwners, {
    find: findKnownRound,
    judge: async (asked, faults) => {
      const { db, raw } = asked;
      const scheme = await schemeOf(db, await holdSeen(asked, DRAFT_OR_OPEN));
      const members = sentMembers(raw, 'domainOwners');
      judgeKnown(members, 'domain', new Set(scheme.domains.map(({ code }) => code)), faults);
      judgeKnown(members, 'body', await knownBodies(db, saidBy(members, 'body')), faults);
      judgeDoubles(members, ['domain', 'body'], faults);
    },
    handle: async ({ acting, found: { round }, body, language, receivedAt }) => {
      await replaceDomainOwners(acting, round, body.domainOwners);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  serveCalendar(app, context);
}

const stepOf = ({ step, opens, closes }: { step: StepRow['step']; opens: string; closes: string }): StepRow => ({
  step,
  opens: new Date(opens),
  closes: new Date(closes),
});

/** The version of a step, beside that of its round: whoever moves one closing need not know of the others. */
async function holdStep({
  db,
  found,
  params,
  raw,
}: {
  db: Parameters<typeof holdFound>[0];
  found: Parameters<typeof holdFound>[1];
  params: { step: string };
  raw: Raw;
}) {
  const round = await holdFound(db, found, DRAFT_OR_OPEN);
  const step = (await readPlan(db, round.id)).steps.find((times) => times.step === params.step);
  if (!step) throw new Problem('notFound');
  await refuseStale(raw, step.version, async () => step);
  return step;
}

/** The calendar: all steps at once, or the times of one. */
function serveCalendar(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.setSteps, {
    find: findKnownRound,
    judge: async (asked, faults) => {
      await holdSeen(asked, DRAFT_OR_OPEN);
      const members = sentMembers(asked.raw, 'steps');
      judgeDoubles(members, ['step'], faults);
      for (const { path, text } of members) judgeTimes(path, millisecondsOf(text('opens')), millisecondsOf(text('closes')), faults);
    },
    handle: async ({ acting, found: { round }, body, language, receivedAt }) => {
      await changeCalendar(acting, round, body.steps.map(stepOf), false);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.changeStep, {
    find: findKnownRound,
    judge: async (asked, faults) => {
      const before = await holdStep(asked);
      const sent = sentMembers({ times: [asked.raw] }, 'times')[0];
      if (!sent) return;
      if (sent.text('opens') === undefined && sent.text('closes') === undefined) faults.add('missingKey', at(ROOT, 'closes'), { key: 'opens | closes' });
      judgeTimes(ROOT, millisecondsOf(sent.text('opens') ?? before.opens), millisecondsOf(sent.text('closes') ?? before.closes), faults);
    },
    handle: async ({ acting, found: { round }, params: { step }, body: { opens, closes }, language, receivedAt }) => {
      const before = (await readPlan(acting.db, round.id)).steps.find((times) => times.step === step);
      if (!before) throw new Problem('notFound');
      await changeCalendar(acting, round, [stepOf({ step, opens: opens ?? before.opens, closes: closes ?? before.closes })], true);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });
}
