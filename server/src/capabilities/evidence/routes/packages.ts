import * as contracts from '@parindex/core/contracts/evidence';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { packageAnswer } from '../../../http/package-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findPlace } from '../../sheets/found.ts';
import { packageEvidence } from '../acts/package-evidence.ts';
import { viewLibrary } from '../library.ts';

/** The evidence of a sheet as one file. */
export function servePackages(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadPackage, {
    find: findPlace,
    handle: async ({ acting, found: { place }, query, caller, receivedAt, language }) => {
      const library = await viewLibrary(acting.db, place, { caller, receivedAt, language }, context.evidence.scanner !== undefined);
      const made = await packageEvidence(acting, { place, library, personal: query.personal === 'true', kind: context.kind });
      return packageAnswer(context, made, `package of ${place.round}/${place.body}`, receivedAt);
    },
  });
}
