import { installationAnswer } from '@parindex/core/api/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { ACCOUNTS, SANDBOX_PASSWORD } from '../sandbox/invented.ts';
import { defineRoute } from './route.ts';

/** What this installation is, for whoever opens the sign-in page. */
export function serveInstallation(app: FastifyInstance, context: Context): void {
  const accounts = ACCOUNTS.map(({ email, name, role }) => ({ email, name, role, password: SANDBOX_PASSWORD }));
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/installation',
    summary: { vi: 'Hệ thống thật hay kỳ đánh giá thử, kèm tài khoản dùng thử', en: 'Whether this is real or a sandbox, with the accounts to try it' },
    tag: 'session',
    access: 'public',
    answers: { 200: installationAnswer },
    handle: async () => ({ body: { kind: context.kind, sandboxAccounts: context.kind === 'sandbox' ? accounts : [] } }),
  });
}
