import * as contracts from '@parindex/core/contracts/evidence';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Answer } from '../../../http/answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { zipStream } from '../../../zip/zip-stream.ts';
import { archiveRound } from '../../retention/acts/archive-round.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { findPlace } from '../../sheets/found.ts';
import { type EvidencePackage, packageEvidence } from '../acts/package-evidence.ts';
import { viewLibrary } from '../library.ts';

/** Many files as one: the evidence of a sheet, the archive of a closed round. */
export function servePackages(app: FastifyInstance, context: Context): void {
  const { evidence, log } = context;

  /** A package on its way. Who takes it sees that it broke off: the connection ends before the ZIP does. */
  const sent = ({ name, files }: EvidencePackage, what: string, at: Date): Answer<typeof contracts.downloadPackage> => ({
    body: zipStream(files, { storage: evidence.storage, at, failed: (error) => log(`${what} broke off`, error) }),
    headers: sandboxed('application/zip', name),
  });

  defineRoute(app, context, contracts.downloadPackage, {
    find: findPlace,
    handle: async ({ acting, found: { place }, query, caller, receivedAt, language }) => {
      const library = await viewLibrary(acting.db, place, { caller, receivedAt, language }, evidence.scanner !== undefined);
      const made = await packageEvidence(acting, { place, library, personal: query.personal === 'true', kind: context.kind });
      return sent(made, `package of ${place.round}/${place.body}`, receivedAt);
    },
  });

  defineRoute(app, context, contracts.downloadArchive, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, query, caller, receivedAt }) => {
      const made = await archiveRound(acting, context, round, { memberships: caller?.memberships ?? [], personal: query.personal === 'true' });
      return sent(made, `archive of ${round.id}`, receivedAt);
    },
  });
}
