import { ownPoints } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/assignments';
import { counts } from '@parindex/core/ledger/part';
import { bodiesAtWork, type Membership, may } from '@parindex/core/rights/index';
import { isOpen, type Step } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { BodyOf } from '../../../http/answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { countWaitingRequests } from '../../accounts/queries/account-requests.ts';
import { type CheckFiles, ownItemsOf } from '../../editions/checks.ts';
import { copiesOfRemoved, countErasuresToDecide } from '../../retention/queries/erasures.ts';
import { contradictionsIn } from '../../review/review.ts';
import { readWaitingRoundRequests } from '../../rounds/queries/round-requests.ts';
import { NO_ASSIGNMENTS } from '../../sheets/assigned.ts';
import { readSheet } from '../../sheets/open-sheet.ts';
import { presentReopening, presentSteps } from '../../sheets/present.ts';
import { scoreStage } from '../../sheets/sheet.ts';
import { readDepartmentsLoad } from '../departments-load.ts';
import { countLoad } from '../queries/assignments.ts';
import { findWork, type WorkRow } from '../queries/work.ts';

/** Whether somebody has work in a round by a membership in this body. */
const concerns = (membership: Membership, { body, owns, appraises, takesPart }: WorkRow): boolean =>
  membership.body === body &&
  may([membership], 'round.work', { roundOwner: owns ? body : null, domainOwners: appraises ? [body] : [], participants: takesPart ? [body] : [] });

/** The state of the sheet of the membership's body, and the calendar as it applies to that body. */
async function presentOwnSheet(db: Reading, { round, body }: WorkRow, checks: CheckFiles, moment: Date) {
  const open = await readSheet(db, round, body);
  if (!open) return undefined;
  const { place, edition, sheet, beside } = open;
  const score = scoreStage(edition, place, sheet, 'claimed', beside);
  const own = ownPoints(edition.prepared, ownItemsOf(checks, edition), score.result.items);
  const pending = [...sheet.parts.values()].some((part) => !counts(part));
  return {
    steps: presentSteps(place, moment),
    sheet: {
      own,
      rounding: edition.scheme.rounding,
      state: sheet.state,
      sentUnsigned: place.sentUnsigned,
      // As the board tells whose turn it is.
      toFreeze: sheet.state === 'open' && own.answered === own.asked && !pending && contradictionsIn(open, checks, score, NO_ASSIGNMENTS).length === 0,
      reopened: presentReopening(place) !== null,
    },
  };
}

/** The work of the person signed in: open rounds, by membership. */
export function serveWork(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readWork, {
    handle: async ({ db, caller, language, receivedAt }) => {
      const memberships = caller?.memberships ?? [];
      const rows = await findWork(
        db,
        memberships.flatMap(({ body }) => body ?? []),
      );
      const items: BodyOf<typeof contracts.readWork>['items'][number][] = [];
      for (const row of rows)
        for (const membership of memberships.filter((membership) => concerns(membership, row))) {
          const own = may([membership], 'sheet.declare', row) ? await presentOwnSheet(db, row, context.checks, receivedAt) : undefined;
          const steps = row.steps.map(({ step, opens, closes }) => {
            const times = { step: step as Step, opens: Date.parse(opens), closes: Date.parse(closes) };
            const iso = (moment: number) => new Date(moment).toISOString();
            return { step: times.step, opens: iso(times.opens), closes: iso(times.closes), open: isOpen(times, [], row.body, null, receivedAt.getTime()) };
          });
          items.push({
            round: { id: row.round, title: row.title, year: row.year },
            role: membership.role,
            office: { id: row.body, name: row.name },
            sheet: own?.sheet ?? null,
            steps: own?.steps ?? steps,
          });
        }
      const offices = memberships.map(({ id }) => id);
      const requests = caller ? await countWaitingRequests(db, caller.account, offices) : { aboutMe: 0, toDecide: 0 };
      const roundRequests = (await readWaitingRoundRequests(db, offices)).map(({ askedBy, askedAt, lapsesAt, ...request }) => ({
        ...request,
        asked: { by: askedBy, at: askedAt.toISOString() },
        lapsesAt: lapsesAt.toISOString(),
      }));
      const copies = await copiesOfRemoved(db);
      const removals = {
        toDecide: await countErasuresToDecide(db, offices),
        copiesWaiting: copies.filter(({ decidedAt }) => decidedAt === null).length,
        copiesRemoved: copies.filter(({ becomes }) => becomes === 'removed').length,
      };
      const parts = await countLoad(db, bodiesAtWork(memberships));
      const load = parts === 0 ? [] : await readDepartmentsLoad(db, memberships, language, receivedAt);
      const partsWaiting = {
        toDecide: load.filter(({ waitsForMe }) => waitsForMe).length,
        returned: load.filter(({ standing }) => standing === 'returned').length,
      };
      return { body: { parts, partsWaiting, requests, roundRequests, removals, items } };
    },
  });
}
