import * as contracts from '@parindex/core/contracts/work';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { rankingMaking } from '../../ranking/making.ts';
import { NO_WORK, readMyWork } from '../my-work.ts';

/** The work of the person signed in: what waits, and their rounds. */
export function serveWork(app: FastifyInstance, context: Context): void {
  const making = rankingMaking(context);
  defineRoute(app, context, contracts.readWork, {
    handle: async ({ db, caller, language, receivedAt }) => ({ body: caller ? await readMyWork(db, caller, making, language, receivedAt) : NO_WORK }),
  });
}
