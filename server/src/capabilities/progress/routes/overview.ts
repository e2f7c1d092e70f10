import * as contracts from '@parindex/core/contracts/progress';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { KeptDays } from '../kept-days.ts';
import { boardMaking } from '../making.ts';
import { findBoard } from '../poll.ts';
import { readItemSpread, readOverview } from '../read-overview.ts';

/** A round at a glance: where points are lost, what was entered when, how an item is spread. */
export function serveOverview(app: FastifyInstance, context: Context): void {
  const making = { ...boardMaking(context), days: new KeptDays() };

  defineRoute(app, context, contracts.readOverview, {
    find: findBoard,
    handle: async ({ db, found, language, receivedAt }) => ({ body: await readOverview(db, found.plan, making, receivedAt, language) }),
  });

  defineRoute(app, context, contracts.readItemSpread, {
    find: findBoard,
    handle: async ({ db, found, params, language, receivedAt }) => {
      const spread = await readItemSpread(db, found.plan, params.item, making, receivedAt, language);
      if (!spread) throw new Problem('notFound');
      return { body: spread };
    },
  });
}
