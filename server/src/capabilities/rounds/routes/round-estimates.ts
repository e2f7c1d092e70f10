import * as contracts from '@parindex/core/contracts/rounds-estimates';
import type { ESTIMATES_STATES, estimateReader, estimateRelease } from '@parindex/core/contracts/schemas/index';
import { consequencesOfRelease } from '@parindex/core/round/index';
import { DECLARING } from '@parindex/core/round/steps';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { endEstimateReader, type HeldEstimates, nameEstimateReader, releaseEstimates, withdrawEstimateRelease } from '../acts/decide-estimates.ts';
import { findKnownRound } from '../found.ts';
import {
  type CandidateOffice,
  type EstimateReaderRow,
  type EstimateReleaseRow,
  readEstimateCandidates,
  readEstimateReaders,
  readEstimateReleases,
  readEstimatesAtHand,
  roundOfEstimateReader,
  roundOfEstimateRelease,
} from '../queries/round-estimates.ts';
import { holdRound, type RoundRow } from '../queries/rounds.ts';
import { presentConsequence } from '../require-told.ts';

const presentReader = ({ id, person, named, reason, ended, endReason }: EstimateReaderRow): z.output<typeof estimateReader> => ({
  id,
  person,
  named: { ...named, reason },
  ended: ended && { ...ended, reason: endReason as string },
});

const presentRelease = ({ id, released, reason, withdrawn, withdrawalReason }: EstimateReleaseRow): z.output<typeof estimateRelease> => ({
  id,
  released: { ...released, reason },
  withdrawn: withdrawn && { ...withdrawn, reason: withdrawalReason as string },
});

/** Each candidate once, with all of their offices. */
const presentCandidates = (offices: readonly CandidateOffice[]) =>
  [...Map.groupBy(offices, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ id: first.id, name: first.name, offices: [first, ...others].map(({ role, body }) => ({ role, body })) }],
  );

/** How the estimates of a round stand. */
const stateOf = (round: RoundRow, releases: readonly EstimateReleaseRow[]): (typeof ESTIMATES_STATES)[number] =>
  round.state === 'closed' ? 'closed' : releases.some(({ withdrawn }) => withdrawn === null) ? 'released' : 'sealed';

/** What releasing the estimates of an open round brings with it at this moment. */
async function consequencesNow(db: Reading, { id, steps }: RoundRow, moment: Date) {
  const open = DECLARING.filter((step) => steps.some((dated) => dated.step === step && moment.getTime() < Date.parse(dated.closes)));
  return consequencesOfRelease(await readEstimatesAtHand(db, id), open);
}

/** Locks the plan of a round, and reads who sees its estimates. */
async function held(db: Writing, round: string): Promise<HeldEstimates> {
  const row = (await holdRound(db, round)) as RoundRow;
  return { round: row, readers: await readEstimateReaders(db, round), releases: await readEstimateReleases(db, round) };
}

const among = <T extends { readonly id: string }>(rows: readonly T[], id: string): T => {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Problem('notFound');
  return found;
};

/** Refuses an id under which something stands in another round. */
function refuseOther(there: string | undefined, round: string, id: string): void {
  if (there !== undefined && there !== round) throw new Problem('idReused', { more: { id } });
}

/** Who sees what surveys gave in a round that runs: whom an owner has named; and its release. */
export function serveRoundEstimates(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readRoundEstimates, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, language, receivedAt }) => {
      const [readers, releases] = [await readEstimateReaders(db, round.id), await readEstimateReleases(db, round.id)];
      const state = stateOf(round, releases);
      const consequences = state === 'sealed' && round.state === 'open' ? await consequencesNow(db, round, receivedAt) : [];
      return {
        body: {
          state,
          readers: readers.map(presentReader),
          releases: releases.map(presentRelease),
          candidates: presentCandidates(await readEstimateCandidates(db, round.id)),
          consequences: consequences.map((consequence) => presentConsequence(consequence, language)),
        },
      };
    },
  });

  defineRoute(app, context, contracts.nameEstimateReader, {
    find: findKnownRound,
    handle: async ({ acting, params: { round }, body }) => {
      const { db } = acting;
      const estimates = await held(db, round);
      refuseOther(await roundOfEstimateReader(db, body.id), round, body.id);
      const effect = await nameEstimateReader(acting, estimates, body);
      return { status: 201, effect, body: presentReader(among(await readEstimateReaders(db, round), body.id)) };
    },
  });

  defineRoute(app, context, contracts.endEstimateReader, {
    find: findKnownRound,
    handle: async ({ acting, params: { round, reader }, body }) => {
      const { db } = acting;
      const estimates = await held(db, round);
      const effect = await endEstimateReader(acting, estimates, among(estimates.readers, reader), body.reason);
      return { effect, body: presentReader(among(await readEstimateReaders(db, round), reader)) };
    },
  });

  defineRoute(app, context, contracts.releaseEstimates, {
    find: findKnownRound,
    handle: async ({ acting, params: { round }, body, language, receivedAt }) => {
      const { db } = acting;
      const estimates = await held(db, round);
      refuseOther(await roundOfEstimateRelease(db, body.id), round, body.id);
      const effect = await releaseEstimates(acting, estimates, body, await consequencesNow(db, estimates.round, receivedAt), language);
      return { status: 201, effect, body: presentRelease(among(await readEstimateReleases(db, round), body.id)) };
    },
  });

  defineRoute(app, context, contracts.withdrawEstimateRelease, {
    find: findKnownRound,
    handle: async ({ acting, params: { round, release }, body }) => {
      const { db } = acting;
      const estimates = await held(db, round);
      const effect = await withdrawEstimateRelease(acting, estimates, among(estimates.releases, release), body.reason);
      return { effect, body: presentRelease(among(await readEstimateReleases(db, round), release)) };
    },
  });
}
