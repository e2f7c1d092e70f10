import * as contracts from '@parindex/core/contracts/operation';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { ACCOUNTS, inventedBodies, SANDBOX_PASSWORD } from '../../../sandbox/invented.ts';

/** What this installation is, for whoever opens the sign-in page. */
export function serveInstallation(app: FastifyInstance, context: Context): void {
  const offices = new Map(inventedBodies(1).map(({ id, names }) => [id, names[0]?.full]));
  const accounts = ACCOUNTS.map(({ email, name, role, body }) => ({ email, name, role, office: offices.get(body ?? '') ?? null, password: SANDBOX_PASSWORD }));
  defineRoute(app, context, contracts.readInstallation, {
    handle: async () => ({ body: { kind: context.kind, sandboxAccounts: context.kind === 'sandbox' ? accounts : [] } }),
  });
}
