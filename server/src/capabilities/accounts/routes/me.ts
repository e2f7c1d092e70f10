import { at, type Raw, ROOT } from '@parindex/core';
import {
  correctionBody,
  dataExport,
  keptData,
  madeToken,
  ownParams,
  passwordChange,
  sessionList,
  sessionsEnded,
  tokenBody,
  tokenList,
} from '@parindex/core/contracts/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { textIn } from '../../../http/raw-texts.ts';
import { type Caller, defineRoute } from '../../../http/route.ts';
import { changePassword } from '../acts/change-password.ts';
import { endAllSessions } from '../acts/end-sessions.ts';
import { makeToken, mayExpireAt } from '../acts/make-token.ts';
import { presentExport, presentKeptData, presentToken } from '../own-data.ts';
import { endSessions, openSessions, revokeTokens, tokensOf } from '../queries/sign-on.ts';
import { noSessionCookie, sessionCookie } from '../sign-on/session-cookie.ts';
import { clientOf } from './session.ts';

const TAG = 'me';

/** A file goes its own way: it says by itself that it comes from a sandbox. */
const NOT_REAL = { vi: 'Dữ liệu minh họa: con người và số liệu đều không có thật.', en: 'Illustrative data: people and figures are invented.' };

/** Whoever asks about themselves, at a screen: a token does not speak for the person. */
export async function findMyself({ caller }: { readonly caller: Caller | null }) {
  if (!caller) throw new Problem('notSignedIn');
  if (caller.byToken) throw new Problem('outOfScope');
  return { of: {}, me: caller };
}

/** A person's own data, sessions, tokens and password. */
export function serveMe(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/me',
    summary: { vi: 'Dữ liệu hệ thống giữ về tôi: mục đích, thời hạn', en: 'What is kept on me: purpose and term' },
    tag: TAG,
    access: 'self',
    answers: { 200: keptData },
    find: findMyself,
    handle: async ({ db, found }) => ({ body: await presentKeptData(db, found.me.account) }),
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/me/export',
    summary: { vi: 'Tải toàn bộ dữ liệu hệ thống giữ về tôi', en: 'Download all that is kept on me' },
    tag: TAG,
    access: 'self',
    recordsView: true,
    answers: { 200: dataExport },
    find: findMyself,
    handle: async ({ acting, found, receivedAt }) => {
      const told = await presentExport(acting.db, found.me.account, receivedAt);
      const body = context.kind === 'sandbox' ? { notice: NOT_REAL, ...told } : told;
      await recordAct(acting, { act: 'me.export', subject: `account:${found.me.account}` });
      return { body, headers: { 'content-disposition': 'attachment; filename="parindex-du-lieu-ca-nhan.json"' } };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/me/corrections',
    summary: { vi: 'Đề nghị sửa dữ liệu về tôi', en: 'Ask to have my data corrected' },
    tag: TAG,
    access: 'self',
    body: correctionBody,
    answers: { 204: z.null() },
    find: findMyself,
    handle: async ({ acting, found, body }) => {
      const { field, value, reason } = body;
      await recordAct(acting, { act: 'me.askCorrection', subject: `account:${found.me.account}`, content: { field }, erasable: { value, reason } });
      return {};
    },
  });

  defineRoute(app, context, {
    method: 'PUT',
    url: '/api/me/password',
    summary: { vi: 'Đổi mật khẩu; mọi phiên khác kết thúc', en: 'Change the password; all other sessions end' },
    tag: TAG,
    access: 'self',
    body: passwordChange,
    answers: { 204: z.null() },
    find: findMyself,
    handle: async ({ acting, found, body, request }) => {
      const changed = await changePassword(acting, found.me, body, clientOf(request));
      return 'refusedWith' in changed ? changed : { headers: sessionCookie(context, changed.token) };
    },
  });

  serveMySessions(app, context);
  serveMyTokens(app, context);
}

function serveMySessions(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/me/sessions',
    summary: { vi: 'Các phiên đăng nhập đang mở của tôi', en: 'My open sessions' },
    tag: TAG,
    access: 'self',
    answers: { 200: sessionList },
    find: findMyself,
    handle: async ({ db, found, receivedAt }) => {
      const sessions = await openSessions(db, found.me.account, receivedAt);
      const items = sessions.map(({ createdAt, seenAt, expiresAt, ...session }) => ({
        ...session,
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: session.id === found.me.session,
      }));
      return { body: { items } };
    },
  });

  defineRoute(app, context, {
    method: 'DELETE',
    url: '/api/me/sessions',
    summary: { vi: 'Kết thúc mọi phiên đăng nhập của tôi', en: 'End all my sessions' },
    tag: TAG,
    access: 'self',
    answers: { 200: sessionsEnded },
    find: findMyself,
    handle: async ({ acting, found }) => ({ body: await endAllSessions(acting, found.me.account, false), headers: noSessionCookie(context) }),
  });

  defineRoute(app, context, {
    method: 'DELETE',
    url: '/api/me/sessions/{id}',
    summary: { vi: 'Kết thúc một phiên đăng nhập của tôi', en: 'End one of my sessions' },
    tag: TAG,
    access: 'self',
    params: ownParams,
    answers: { 204: z.null() },
    find: findMyself,
    handle: async ({ acting, found, params }) => {
      if ((await endSessions(acting.db, found.me.account, acting.receivedAt, params.id)) === 0) throw new Problem('notFound');
      await recordAct(acting, { act: 'session.end', subject: `account:${found.me.account}`, content: { session: params.id } });
      return {};
    },
  });
}

function serveMyTokens(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/me/tokens',
    summary: { vi: 'Các mã truy cập cá nhân của tôi', en: 'My personal tokens' },
    tag: TAG,
    access: 'self',
    answers: { 200: tokenList },
    find: findMyself,
    handle: async ({ db, found }) => ({ body: { items: (await tokensOf(db, found.me.account)).map(presentToken) } }),
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/me/tokens',
    summary: { vi: 'Tạo mã truy cập cá nhân; mã chỉ hiện một lần', en: 'Make a personal token; it is shown this once' },
    tag: TAG,
    access: 'self',
    body: tokenBody,
    answers: { 201: madeToken },
    find: findMyself,
    judge: async ({ raw, receivedAt }: { raw: Raw; receivedAt: Date }, faults) => {
      const written = textIn(raw, 'expiresAt');
      const expiresAt = written === undefined ? Number.NaN : Date.parse(written);
      if (!Number.isNaN(expiresAt) && !mayExpireAt(expiresAt, receivedAt)) faults.add('outOfRange', at(ROOT, 'expiresAt'), { found: written as string });
    },
    handle: async ({ acting, found, body }) => ({ status: 201, body: await makeToken(acting, found.me.account, body) }),
  });

  defineRoute(app, context, {
    method: 'DELETE',
    url: '/api/me/tokens/{id}',
    summary: { vi: 'Thu hồi một mã truy cập cá nhân', en: 'Revoke a personal token' },
    tag: TAG,
    access: 'self',
    params: ownParams,
    answers: { 204: z.null() },
    find: findMyself,
    handle: async ({ acting, found, params }) => {
      const revoked = await revokeTokens(acting.db, found.me.account, acting.receivedAt, params.id);
      if (revoked.length === 0) throw new Problem('notFound');
      await recordAct(acting, { act: 'token.revoke', subject: `account:${found.me.account}`, content: { token: params.id } });
      return {};
    },
  });
}
