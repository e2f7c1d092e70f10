import * as contracts from '@parindex/core/contracts/retention';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { credentialsOf } from '../../../http/admission.ts';
import { packageAnswer } from '../../../http/package-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { archiveRound } from '../acts/archive-round.ts';

/** A closed round as one file, to be filed. */
export function serveArchive(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadArchive, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, query, caller, request, receivedAt }) => {
      const options = { memberships: caller?.memberships ?? [], credentials: credentialsOf(request), personal: query.personal === 'true' };
      const made = await archiveRound(acting, context, round, options);
      return packageAnswer(context, made, `archive of ${round.id}`, receivedAt);
    },
  });
}
