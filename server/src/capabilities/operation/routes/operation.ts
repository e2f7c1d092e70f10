import { readFileSync } from 'node:fs';
import * as contracts from '@parindex/core/contracts/operation';
import type { FastifyInstance } from 'fastify';
import { readHead } from '../../../audit/head.ts';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { findAppliedMigrations, findEvidenceStanding, findLastBackup, findServingDatabase, findWaitingSince } from '../queries/operation.ts';

const readRelease = (): string => JSON.parse(readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8')).version;

/** The state of the installation, for its administrators. */
export function serveOperation(app: FastifyInstance, context: Context): void {
  const release = readRelease();
  defineRoute(app, context, contracts.readOperation, {
    handle: async ({ db, receivedAt }) => {
      const { number, at, unsealed } = await readHead(db);
      const lastBackup = await findLastBackup(db);
      const standing = {
        release,
        database: { ...(await findServingDatabase(db)), migrations: await findAppliedMigrations(db) },
        lastBackup: lastBackup && { at: lastBackup.toISOString() },
        trail: { number, at, unsealed, waitingSince: (await findWaitingSince(db))?.toISOString() ?? null },
        evidence: { store: context.evidence.storage.kind, ...(await findEvidenceStanding(db)) },
        askedAt: receivedAt.toISOString(),
      };
      return { after: async () => ({ body: { ...standing, scanner: await context.evidence.scannerState.now() } }) };
    },
  });
}
