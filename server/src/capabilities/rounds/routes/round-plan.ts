import { at, type Faults, itemsOfDomains, ROOT, type Scheme } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/rounds';
import { exclusionsWithoutDecision } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { changeCalendar } from '../acts/change-calendar.ts';
import { replaceDomainOwners } from '../acts/replace-domain-owners.ts';
import { replaceExclusions } from '../acts/replace-exclusions.ts';
import { replaceParticipants } from '../acts/replace-participants.ts';
import { findKnownRound, holdFound } from '../found.ts';
import { type DraftMember, judgeDoubles, judgeKnown, membersOf, textsOf } from '../judge-members.ts';
import { readDecisions } from '../queries/round-documents.ts';
import { itemsWithData, participantsOf, type StepRow } from '../queries/round-plan.ts';
import { knownBodies, type RoundRow, readPlan } from '../queries/rounds.ts';
import { requireTold } from '../require-told.ts';
import { answerRound, holdSeen } from '../round-answer.ts';
import { schemeOfEdition } from '../scheme.ts';

const DRAFT_OR_OPEN = ['draft', 'open'] as const;

/** The scheme that a round's parts refer to. */
async function schemeOf(db: Reading, round: RoundRow): Promise<Scheme> {
  const scheme = await schemeOfEdition(db, round.edition);
  if (!scheme)
    throw new Problem('notNow', {
      detail: { vi: 'Kỳ đánh giá chưa có bộ tiêu chí, hoặc bản dự thảo còn lỗi.', en: 'The round has no edition yet, or its draft has faults.' },
      more: { edition: round.edition },
    });
  return scheme;
}

const keyOf = (body: string, item: string) => JSON.stringify([body, item]);

/** In an open round an item that a body has declared cannot be excluded, or its declaration would stop counting. */
async function judgeLosses(
  db: Reading,
  round: RoundRow,
  members: readonly DraftMember<{ readonly body?: string | undefined; readonly item?: string | undefined }>[],
  faults: Faults,
): Promise<void> {
  const had = new Set((await readPlan(db, round.id)).exclusions.map(({ body, item }) => keyOf(body, item)));
  const added = members.flatMap(({ path, member: { body, item } }) =>
    body === undefined || item === undefined || had.has(keyOf(body, item)) ? [] : [{ path, body, item }],
  );
  const declared = new Set((await itemsWithData(db, round.id, added)).map(({ body, item }) => keyOf(body, item)));
  for (const { path, body, item } of added) if (declared.has(keyOf(body, item))) faults.add('notAllowedHere', at(path, 'item'), { found: item });
}

function judgeTimes(path: ReturnType<typeof at>, from: string | undefined, to: string | undefined, faults: Faults): void {
  if (from === undefined || to === undefined) return;
  const [opens, closes] = [Date.parse(from), Date.parse(to)];
  if (opens >= closes) faults.add('outOfRange', at(path, 'closes'), { found: new Date(closes).toISOString(), expected: `> ${new Date(opens).toISOString()}` });
}

/** The parts of a round's plan, each replaced as a whole. */
export function serveRoundPlan(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.setParticipants, {
    find: findKnownRound,
    judge: async (request, faults) => {
      await holdSeen(request, DRAFT_OR_OPEN);
      const members = membersOf(request.draft.participants, 'participants');
      judgeKnown(members, 'body', await knownBodies(request.db, textsOf(members, 'body')), faults);
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
    judge: async (request, faults) => {
      const { db, draft } = request;
      const round = await holdSeen(request, DRAFT_OR_OPEN);
      const scheme = await schemeOf(db, round);
      const members = membersOf(draft.exclusions, 'exclusions');
      judgeKnown(members, 'body', new Set(await participantsOf(db, round.id)), faults);
      judgeKnown(members, 'item', new Set(itemsOfDomains(scheme.domains).map(({ code }) => code)), faults);
      judgeDoubles(members, ['body', 'item'], faults);
      const attached = members.flatMap(({ path, member: { decision } }) => (typeof decision === 'string' ? [{ path, member: { decision } }] : []));
      judgeKnown(attached, 'decision', new Set((await readDecisions(db, round.id)).map(({ id }) => id)), faults);
      if (round.state === 'open') await judgeLosses(db, round, members, faults);
    },
    handle: async ({ acting, found: { round }, body, language, receivedAt }) => {
      if (round.state === 'open') {
        // Those that come without one, and those that lose theirs.
        const lacked = new Set((await readPlan(acting.db, round.id)).exclusions.flatMap((one) => (one.decision === null ? [keyOf(one.body, one.item)] : [])));
        const without = body.exclusions.filter((one) => one.decision === null && !lacked.has(keyOf(one.body, one.item)));
        requireTold(exclusionsWithoutDecision(without.map(({ item }) => item)), body.told, language);
      }
      await replaceExclusions(acting, round, body.exclusions);
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.setDomainOwners, {
    find: findKnownRound,
    judge: async (request, faults) => {
      const { db, draft } = request;
      const scheme = await schemeOf(db, await holdSeen(request, DRAFT_OR_OPEN));
      const members = membersOf(draft.domainOwners, 'domainOwners');
      judgeKnown(members, 'domain', new Set(scheme.domains.map(({ code }) => code)), faults);
      judgeKnown(members, 'body', await knownBodies(db, textsOf(members, 'body')), faults);
      for (const { path, member } of members) {
        if (typeof member.item !== 'string') continue;
        const domain = scheme.domains.find(({ code }) => code === member.domain);
        if (domain && !itemsOfDomains([domain]).some(({ code }) => code === member.item)) faults.add('unknownId', at(path, 'item'), { found: member.item });
      }
      judgeDoubles(
        members.map(({ path, member }) => ({ path, member: { ...member, item: member.item ?? '' } })),
        ['domain', 'item', 'body'],
        faults,
      );
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

/** A step has a version of its own beside its round's: to move one closing, nobody need know of the others. */
async function holdStep({
  db,
  found,
  params,
  draft,
}: {
  db: Parameters<typeof holdFound>[0];
  found: Parameters<typeof holdFound>[1];
  params: { step: string };
  draft: { readonly version?: number | undefined };
}) {
  const round = await holdFound(db, found, DRAFT_OR_OPEN);
  const step = (await readPlan(db, round.id)).steps.find((times) => times.step === params.step);
  if (!step) throw new Problem('notFound');
  await refuseStale(draft.version, step.version, async () => step);
  return step;
}

/** The calendar: all steps at once, or the times of one. */
function serveCalendar(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.setSteps, {
    find: findKnownRound,
    judge: async (request, faults) => {
      await holdSeen(request, DRAFT_OR_OPEN);
      const members = membersOf(request.draft.steps, 'steps');
      judgeDoubles(members, ['step'], faults);
      for (const { path, member } of members) judgeTimes(path, member.opens, member.closes, faults);
    },
    handle: async ({ acting, found: { round }, body, language, receivedAt }) => {
      await changeCalendar(acting, round, body.steps.map(stepOf), { keepOthers: false, told: body.told, language });
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });

  defineRoute(app, context, contracts.changeStep, {
    find: findKnownRound,
    judge: async (request, faults) => {
      const before = await holdStep(request);
      const { opens = before.opens, closes = before.closes } = request.draft;
      if (!Object.hasOwn(request.draft, 'opens') && !Object.hasOwn(request.draft, 'closes'))
        faults.add('missingKey', at(ROOT, 'closes'), { key: 'opens | closes' });
      judgeTimes(ROOT, opens, closes, faults);
    },
    handle: async ({ acting, found: { round }, params: { step }, body: { opens, closes, told }, language, receivedAt }) => {
      const before = (await readPlan(acting.db, round.id)).steps.find((times) => times.step === step);
      if (!before) throw new Problem('notFound');
      await changeCalendar(acting, round, [stepOf({ step, opens: opens ?? before.opens, closes: closes ?? before.closes })], {
        keepOthers: true,
        told,
        language,
      });
      return answerRound(acting.db, round.id, language, receivedAt);
    },
  });
}
