import {
  confirmSecondFactorBody,
  linkAnswer,
  linkParams,
  linkUsed,
  newPasswordBody,
  secondFactorBody,
  secondFactorOffer,
  sessionAnswer,
  signInBody,
} from '@parindex/core/contracts/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { type Caller, defineRoute, hashOfToken } from '../../../http/route.ts';
import { confirmSecondFactor, offerSecondFactor } from '../acts/enrol-second-factor.ts';
import { giveSecondFactor } from '../acts/give-second-factor.ts';
import { mustHaveSecondFactor, signIn } from '../acts/sign-in.ts';
import { openLink, useLink } from '../acts/use-link.ts';
import { findPerson } from '../queries/people.ts';
import { endSessions, findCredential, findSession, findSessionByToken, setSigningIn } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import type { Client } from '../sign-on/open-session.ts';
import { noSessionCookie, sessionCookie } from '../sign-on/session-cookie.ts';

const TAG = 'session';
const LONGEST_AGENT = 300;

/** Where a request comes from, as far as the network tells. */
export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  agent: request.headers['user-agent']?.slice(0, LONGEST_AGENT) ?? null,
});

/** A session that may still wait for the second factor; a token is none. */
async function findWaiting(db: Reading, caller: Caller | null) {
  if (!caller) throw new Problem('notSignedIn');
  if (caller.byToken) throw new Problem('outOfScope');
  await setSigningIn(db, caller.account);
  const session = await findSession(db, caller.session);
  if (!session) throw new Problem('notSignedIn');
  return { of: {}, account: caller.account, email: caller.email, session: session.id, complete: session.completeAt !== null, expiresAt: session.expiresAt };
}

/** The session that a token opens, just after it was written. */
async function writtenSession(db: Reading, token: string): Promise<{ expiresAt: Date; complete: boolean }> {
  const session = await findSessionByToken(db, hashOfToken(token));
  if (!session) throw new Error('a session that was just written is not there');
  return { expiresAt: session.expiresAt, complete: session.completeAt !== null };
}

/** Whoever asks: name, roles, and what the sign-in still waits for. */
async function presentSession(
  db: Reading,
  account: string,
  expiresAt: Date | null,
  complete: boolean,
  context: Context,
): Promise<z.output<typeof sessionAnswer>> {
  const person = await findPerson(db, account);
  if (!person) throw new Problem('notSignedIn');
  const enrolled = (await findCredential(db, account))?.totpConfirmedAt != null;
  const required = !complete || (await mustHaveSecondFactor(db, account, context.kind));
  return {
    person: { id: person.id, name: person.name, email: person.email },
    waitsFor: complete ? null : enrolled ? 'secondFactor' : 'enrolment',
    secondFactor: { enrolled, required },
    expiresAt: expiresAt?.toISOString() ?? null,
    // The password alone tells nothing of roles.
    memberships: complete ? person.memberships.filter(({ lasts }) => lasts).map(({ id, role, body }) => ({ id, role, body })) : [],
  };
}

/** Signing in and out, the second factor, and links that set a password. */
export function serveSession(app: FastifyInstance, context: Context): void {
  const completed = async (acting: { readonly db: Reading }, account: string, outcome: { readonly refusedWith: Problem } | { readonly token: string }) => {
    if ('refusedWith' in outcome) return outcome;
    const { expiresAt } = await writtenSession(acting.db, outcome.token);
    return { body: await presentSession(acting.db, account, expiresAt, true, context), headers: sessionCookie(context, outcome.token) };
  };

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/session',
    summary: { vi: 'Đăng nhập bằng thư điện tử và mật khẩu', en: 'Sign in by email and password' },
    tag: TAG,
    access: 'public',
    body: signInBody,
    answers: { 201: sessionAnswer },
    handle: async ({ acting, body, request, caller }) => {
      const signedIn = await signIn(acting, body, clientOf(request), context.kind);
      if ('refusedWith' in signedIn) return signedIn;
      const session = await writtenSession(acting.db, signedIn.token);
      const answer = await presentSession(acting.db, signedIn.account, session.expiresAt, session.complete, context);
      // The browser forgets the session that it had: nobody could end it any more.
      if (caller && !caller.byToken) {
        await setSigningIn(acting.db, caller.account);
        await endSessions(acting.db, caller.account, acting.receivedAt, caller.session);
      }
      return { status: 201, body: answer, headers: sessionCookie(context, signedIn.token) };
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/session',
    summary: { vi: 'Người đang đăng nhập: tên, vai trò, việc còn phải làm để hoàn tất', en: 'Who is signed in: name, roles, what the sign-in still waits for' },
    tag: TAG,
    access: 'secondFactor',
    answers: { 200: sessionAnswer },
    handle: async ({ db, caller }) => {
      if (caller?.byToken) return { body: await presentSession(db, caller.account, null, true, context) };
      const { account, expiresAt, complete } = await findWaiting(db, caller);
      return { body: await presentSession(db, account, expiresAt, complete, context) };
    },
  });

  defineRoute(app, context, {
    method: 'DELETE',
    url: '/api/session',
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    tag: TAG,
    access: 'secondFactor',
    answers: { 204: z.null() },
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found }) => {
      await endSessions(acting.db, found.account, acting.receivedAt, found.session);
      await recordAct(await actAs(acting, found.account), { act: 'session.end', subject: `account:${found.account}` });
      return { headers: noSessionCookie(context) };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/session/second-factor',
    summary: { vi: 'Nhập mã xác thực thứ hai để hoàn tất đăng nhập', en: 'Give the code that completes the sign-in' },
    tag: TAG,
    access: 'secondFactor',
    body: secondFactorBody,
    answers: { 200: sessionAnswer },
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found, body }) => {
      if (found.complete) throw new Problem('notNow', { detail: { vi: 'Đã đăng nhập xong.', en: 'The sign-in is complete already.' } });
      return completed(acting, found.account, await giveSecondFactor(acting, found, body.code));
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/me/second-factor',
    summary: {
      vi: 'Bắt đầu đăng ký xác thực hai lớp: nhận mã bí mật cho ứng dụng tạo mã',
      en: 'Begin to enrol a second factor: a secret for the authenticator',
    },
    tag: TAG,
    access: 'secondFactor',
    answers: { 201: secondFactorOffer },
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found }) => ({ status: 201, body: await offerSecondFactor(acting, found) }),
  });

  defineRoute(app, context, {
    method: 'PUT',
    url: '/api/me/second-factor',
    summary: { vi: 'Xác nhận đăng ký xác thực hai lớp bằng một mã', en: 'Confirm the second factor by a code' },
    tag: TAG,
    access: 'secondFactor',
    body: confirmSecondFactorBody,
    answers: { 200: sessionAnswer },
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found, body }) => completed(acting, found.account, await confirmSecondFactor(acting, found, body)),
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/links/{token}',
    summary: { vi: 'Liên kết dùng một lần này là của ai, để làm gì', en: 'Whose a one-time link is, and what for' },
    tag: TAG,
    access: 'public',
    params: linkParams,
    answers: { 200: linkAnswer },
    handle: async ({ db, params, receivedAt }) => {
      const { link, account } = await openLink(db, hashOfToken(params.token), receivedAt, false);
      return { body: { purpose: link.purpose, name: account.name, email: account.email, expiresAt: link.expiresAt.toISOString() } };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/links/{token}',
    summary: { vi: 'Đặt mật khẩu bằng liên kết dùng một lần', en: 'Set a password by a one-time link' },
    tag: TAG,
    access: 'public',
    params: linkParams,
    body: newPasswordBody,
    answers: { 200: linkUsed },
    handle: async ({ acting, params, body }) => ({ body: await useLink(acting, hashOfToken(params.token), body.password) }),
  });
}
