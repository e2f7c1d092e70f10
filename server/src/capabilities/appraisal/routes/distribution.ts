import { at, type Faults, type Language, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/appraisal-persons';
import type { Body } from '@parindex/core/contracts/contract';
import type { Subject } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Named } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { Draft } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { boardMaking } from '../../progress/making.ts';
import { type BoardRound, findBoardRound } from '../../progress/queries/board.ts';
import { findKnownRound, type RoundRequest } from '../../rounds/found.ts';
import { readAppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';
import { distributeShares, givePersonShares, handPersonSharesOver, takePersonSharesBack } from '../acts/give-shares.ts';
import { type OfficeWork, planDistribution, presentOffice, readOfficeWork } from '../distribution.ts';
import { holdPersonShares, readDistributedOffices } from '../queries/person-shares.ts';

interface FoundOffices {
  readonly of: Pick<Subject, 'roundOwner' | 'domainOwners'>;
  readonly plan: BoardRound;
}

/** A round with all bodies that appraise in it. */
async function findOffices(request: RoundRequest): Promise<FoundOffices | undefined> {
  const found = await findKnownRound(request);
  const plan = found && (await findBoardRound(request.db, request.params.round));
  return found && plan && { of: found.of, plan };
}

/** A round with one of these bodies: a leader distributes in their own alone. */
async function findOffice(request: RoundRequest & { readonly params: { readonly office: string } }): Promise<FoundOffices | undefined> {
  const found = await findOffices(request);
  const { office } = request.params;
  return found?.of.domainOwners.includes(office) ? { ...found, of: { ...found.of, domainOwners: [office] } } : undefined;
}

const CLOSED = { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' };

/** Adds a fault for each item, body or person that is not there, and for a share that names neither item nor body. */
function judgeShares({ items, bodies, persons }: OfficeWork, { shares = [] }: Draft<Body<typeof contracts.givePersonShares>>, faults: Faults): void {
  const known = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id);
  shares.forEach((share, index) => {
    if (!share) return;
    const path = at(ROOT, 'shares', index);
    const { item, body, person } = share;
    if (item === undefined && body === undefined) faults.add('missingKey', at(path, 'item'), { key: 'item' });
    if (item !== undefined && !items.some(({ code }) => code === item)) faults.add('unknownId', at(path, 'item'), { found: item });
    if (body !== undefined && !known(bodies, body)) faults.add('unknownId', at(path, 'body'), { found: body });
    if (person !== undefined && !known(persons, person)) faults.add('unknownId', at(path, 'person'), { found: person });
  });
}

/** What appraising bodies give to their people: give, take back, hand over, distribute with a preview. */
export function serveDistribution(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);

  /** The work of an appraising body, held against others who distribute there. */
  const held = async (db: Writing, { plan }: FoundOffices, office: string, language: Language): Promise<OfficeWork> => {
    if (plan.closedAt) throw new Problem('notNow', { detail: CLOSED });
    await holdPersonShares(db, plan.round, office);
    return readOfficeWork(db, plan, office, making, language);
  };
  const nameIn = (offices: readonly Named[], id: string) => offices.find((office) => office.id === id)?.name ?? id;
  const officesOf = (db: Reading, { plan }: FoundOffices) => readDistributedOffices(db, plan.round);

  defineRoute(app, context, contracts.readDistribution, {
    find: findOffices,
    handle: async ({ db, found, query, language }) => {
      const offices = await officesOf(db, found);
      const office = query.office ?? offices[0]?.id;
      if (office === undefined || !offices.some(({ id }) => id === office)) throw new Problem('notFound');
      const work = await readOfficeWork(db, found.plan, office, making, language);
      const { secondPersonOver } = await readAppraisalTerms(db, found.plan.round);
      const alone = secondPersonOver !== null && work.persons.length < 2;
      return { body: { offices, office: { ...presentOffice(work, nameIn(offices, office)), alone } } };
    },
  });

  defineRoute(app, context, contracts.givePersonShares, {
    find: findOffice,
    judge: async ({ db, found, params, draft, language }, faults) => {
      const work = await held(db, found, params.office, language);
      judgeShares(work, draft, faults);
      return work;
    },
    handle: async ({ acting, params, judged, body }) => ({ status: 204, effect: await givePersonShares(acting, params, judged, body) }),
  });

  defineRoute(app, context, contracts.takePersonSharesBack, {
    find: findOffice,
    handle: async ({ acting, found, params, body, language }) => ({
      status: 204,
      effect: await takePersonSharesBack(acting, params, await held(acting.db, found, params.office, language), body.ids),
    }),
  });

  defineRoute(app, context, contracts.handPersonSharesOver, {
    find: findOffice,
    judge: async ({ db, found, params, draft, language }, faults) => {
      const work = await held(db, found, params.office, language);
      // Who has left appraises no more, and what they had is to be passed on.
      if (draft.to !== undefined && (draft.to === draft.from || !work.persons.some(({ id }) => id === draft.to)))
        faults.add('unknownId', at(ROOT, 'to'), { found: draft.to });
      return work;
    },
    handle: async ({ acting, params, judged, body }) => handPersonSharesOver(acting, params, judged, body.from, body.to),
  });

  defineRoute(app, context, contracts.previewDistribution, {
    find: findOffice,
    handle: async ({ db, found, params, query: { persons, ...query }, language }) => {
      const work = await readOfficeWork(db, found.plan, params.office, making, language);
      return { body: planDistribution(work, { ...query, persons: persons?.split(',') }).preview };
    },
  });

  defineRoute(app, context, contracts.distributeAppraisal, {
    find: findOffice,
    judge: ({ db, found, params, language }) => held(db, found, params.office, language),
    handle: async ({ acting, params, judged, body }) => ({ status: 201, body: await distributeShares(acting, params, judged, body) }),
  });
}
