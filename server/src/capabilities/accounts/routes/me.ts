import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/accounts';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findMyself } from '../../../http/signed-in.ts';
import { removeSecurityKey } from '../acts/add-security-key.ts';
import { changePassword } from '../acts/change-password.ts';
import { endAllSessions } from '../acts/end-sessions.ts';
import { makeToken, mayExpireAt } from '../acts/make-token.ts';
import { presentExport, presentKeptData, presentToken } from '../own-data.ts';
import { recoveryCodesOf } from '../queries/recovery-codes.ts';
import { securityKeysOf } from '../queries/security-keys.ts';
import { endSessions, openSessions, sessionsEndedForThem } from '../queries/sessions.ts';
import { findCredential } from '../queries/sign-on.ts';
import { revokeTokens, tokensOf } from '../queries/tokens.ts';
import { bySignOn } from '../sign-on/by-sign-on.ts';
import { senderOf } from '../sign-on/known-device.ts';
import { maskedAddress } from '../sign-on/masked-address.ts';
import { termsOf } from '../sign-on/open-session.ts';
import { isEnrolled } from '../sign-on/prove-second-factor.ts';
import { makeRecoveryCodes } from '../sign-on/recovery-codes.ts';
import { noSessionCookie, sessionCookie } from '../sign-on/session-cookie.ts';
import { clientOf } from './session.ts';

/** Sent as a file, so it states itself that it comes from a sandbox. */
const NOT_REAL = { vi: 'Dữ liệu minh họa: con người và số liệu đều không có thật.', en: 'Illustrative data: people and figures are invented.' };

/** A person's own data, sessions, tokens and password. */
export function serveMe(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readKeptData, {
    find: findMyself,
    handle: async ({ db, found }) => ({ body: await presentKeptData(db, found.me.account) }),
  });

  defineRoute(app, context, contracts.exportKeptData, {
    find: findMyself,
    handle: async ({ acting, found, receivedAt }) => {
      const told = await presentExport(acting.db, found.me.account, receivedAt);
      const body = context.kind === 'sandbox' ? { notice: NOT_REAL, ...told } : told;
      await recordAct(acting, { act: 'me.export', subject: `account:${found.me.account}` });
      return { body, headers: { 'content-disposition': 'attachment; filename="parindex-du-lieu-ca-nhan.json"' } };
    },
  });

  defineRoute(app, context, contracts.requestCorrection, {
    find: findMyself,
    handle: async ({ acting, found, body }) => {
      const { field, value, reason } = body;
      await recordAct(acting, { act: 'me.askCorrection', subject: `account:${found.me.account}`, content: { field }, erasable: { value, reason } });
      return {};
    },
  });

  defineRoute(app, bySignOn(context), contracts.changePassword, {
    find: findMyself,
    handle: async ({ acting, found, body, request }) => {
      const changed = await changePassword(acting, found.me, body, clientOf(request), senderOf(request), termsOf(context));
      return 'refusedWith' in changed ? changed : { headers: sessionCookie(context, changed.token, changed.device) };
    },
  });

  serveRecoveryCodes(app, context);
  serveSecurityKeys(app, context);
  serveMySessions(app, context);
  serveMyTokens(app, context);
}

const latest = (moments: readonly (Date | null)[]): string | null =>
  moments.reduce<Date | null>((last, moment) => (moment !== null && (last === null || moment > last) ? moment : last), null)?.toISOString() ?? null;

function serveRecoveryCodes(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readRecoveryCodes, {
    find: findMyself,
    handle: async ({ db, found }) => {
      const codes = await recoveryCodesOf(db, found.me.account);
      const left = codes.filter(({ usedAt }) => usedAt === null).length;
      return { body: { made: codes.length, left, madeAt: latest(codes.map(({ madeAt }) => madeAt)), usedAt: latest(codes.map(({ usedAt }) => usedAt)) } };
    },
  });

  defineRoute(app, bySignOn(context), contracts.makeRecoveryCodes, {
    find: findMyself,
    handle: async ({ acting, found: { me } }) => {
      if (!isEnrolled(await findCredential(acting.db, me.account)))
        throw new Problem('notNow', {
          detail: {
            vi: 'Mã khôi phục thay cho xác thực hai lớp, nên phải đăng ký xác thực hai lớp trước.',
            en: 'Recovery codes stand in for a second factor: enrol one first.',
          },
        });
      return { status: 201, body: { codes: await makeRecoveryCodes(acting, me.account) } };
    },
  });
}

function serveSecurityKeys(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listSecurityKeys, {
    find: findMyself,
    handle: async ({ db, found }) => {
      const keys = await securityKeysOf(db, found.me.account);
      return { body: { items: keys.map(({ madeAt, usedAt, ...key }) => ({ ...key, madeAt: madeAt.toISOString(), usedAt: usedAt?.toISOString() ?? null })) } };
    },
  });

  defineRoute(app, bySignOn(context), contracts.removeSecurityKey, {
    find: findMyself,
    handle: async ({ acting, found: { me }, params }) => {
      await removeSecurityKey(acting, me.account, params.id, context.kind);
      return {};
    },
  });
}

/** How long a person is told of a session that was ended for them. */
const TOLD_FOR_MS = 30 * 24 * 3_600_000;

const presentEnded = ({ id, createdAt, endedAt, endedFor, address, agent }: Awaited<ReturnType<typeof sessionsEndedForThem>>[number]) => ({
  ...{ id, agent, address: maskedAddress(address), createdAt: createdAt.toISOString() },
  ...{ endedAt: (endedAt as Date).toISOString(), reason: endedFor as NonNullable<typeof endedFor> },
});

function serveMySessions(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listSessions, {
    find: findMyself,
    handle: async ({ db, found, receivedAt }) => {
      const sessions = await openSessions(db, found.me.account, receivedAt);
      const items = sessions.map(({ createdAt, seenAt, expiresAt, ...session }) => ({
        ...session,
        address: maskedAddress(session.address),
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: session.id === found.me.session,
      }));
      const ended = await sessionsEndedForThem(db, found.me.account, new Date(receivedAt.getTime() - TOLD_FOR_MS));
      return { body: { items, ended: ended.map(presentEnded), most: termsOf(context).most } };
    },
  });

  defineRoute(app, context, contracts.endAllSessions, {
    find: findMyself,
    handle: async ({ acting, found: { me }, query }) => {
      const goesOn = query.others === 'true' ? me.session : undefined;
      const body = await endAllSessions(acting, me.account, { withTokens: true, goesOn });
      return goesOn === undefined ? { body, headers: noSessionCookie(context) } : { body };
    },
  });

  defineRoute(app, context, contracts.endSession, {
    find: findMyself,
    handle: async ({ acting, found, params }) => {
      if ((await endSessions(acting.db, found.me.account, acting.receivedAt, { only: params.id })) === 0) throw new Problem('notFound');
      await recordAct(acting, { act: 'session.end', subject: `account:${found.me.account}`, content: { session: params.id } });
      return {};
    },
  });
}

function serveMyTokens(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listTokens, {
    find: findMyself,
    handle: async ({ db, found }) => ({ body: { items: (await tokensOf(db, found.me.account)).map(presentToken) } }),
  });

  defineRoute(app, context, contracts.createToken, {
    find: findMyself,
    judge: async ({ draft: { expiresAt }, receivedAt }, faults) => {
      if (expiresAt !== undefined && !mayExpireAt(Date.parse(expiresAt), receivedAt)) faults.add('outOfRange', at(ROOT, 'expiresAt'), { found: expiresAt });
    },
    handle: async ({ acting, found, body }) => ({ status: 201, body: await makeToken(acting, found.me.account, body) }),
  });

  defineRoute(app, context, contracts.revokeToken, {
    find: findMyself,
    handle: async ({ acting, found, params }) => {
      const revoked = await revokeTokens(acting.db, found.me.account, acting.receivedAt, params.id);
      if (revoked.length === 0) throw new Problem('notFound');
      await recordAct(acting, { act: 'token.revoke', subject: `account:${found.me.account}`, content: { token: params.id } });
      return {};
    },
  });
}
