import * as contracts from '@parindex/core/contracts/accounts';
import type { sessionAnswer } from '@parindex/core/contracts/schemas/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { type Caller, hashOfToken, SESSION_COOKIE } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findMyself, signedInByBrowser } from '../../../http/signed-in.ts';
import { addSecurityKey, challengeSecurityKey, offerSecurityKey } from '../acts/add-security-key.ts';
import { confirmSession } from '../acts/confirm-session.ts';
import { confirmSecondFactor, offerSecondFactor } from '../acts/enrol-second-factor.ts';
import { giveSecondFactor } from '../acts/give-second-factor.ts';
import { mustHaveSecondFactor, signIn } from '../acts/sign-in.ts';
import { openLink, useLink } from '../acts/use-link.ts';
import { hashOfLink } from '../halved-link.ts';
import { findPerson } from '../queries/people.ts';
import { countRecoveryCodes } from '../queries/recovery-codes.ts';
import { endSessions, findSession, findSessionByToken, readWhyEnded } from '../queries/sessions.ts';
import { findCredential } from '../queries/sign-on.ts';
import { actAs } from '../sign-on/acting-as.ts';
import { bySignOn } from '../sign-on/by-sign-on.ts';
import { rememberDevice, type Sender, senderOf } from '../sign-on/known-device.ts';
import { type Client, termsOf } from '../sign-on/open-session.ts';
import { isEnrolled } from '../sign-on/prove-second-factor.ts';
import { relyingPartyOf } from '../sign-on/relying-party.ts';
import { noSessionCookie, sessionCookie } from '../sign-on/session-cookie.ts';

const LONGEST_AGENT = 300;

/** Where a request comes from, as far as the network shows. */
export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  agent: request.headers['user-agent']?.slice(0, LONGEST_AGENT) ?? null,
});

/** A session that may still wait for the second factor; a token is not one. */
async function findWaiting(db: Reading, asking: Caller | null) {
  const caller = signedInByBrowser(asking);
  const session = await findSession(db, caller.session);
  if (!session) throw new Problem('notSignedIn');
  return { of: {}, account: caller.account, email: caller.email, session: session.id, complete: session.completeAt !== null, expiresAt: session.expiresAt };
}

/** The session of a token that was just written. */
async function writtenSession(db: Reading, token: string): Promise<{ expiresAt: Date; complete: boolean }> {
  const session = await findSessionByToken(db, hashOfToken(token));
  if (!session) throw new Error('a session that was just written is not there');
  return { expiresAt: session.expiresAt, complete: session.completeAt !== null };
}

/** The person signed in: name, roles, and what the sign-in still needs. */
async function presentSession(
  db: Reading,
  account: string,
  expiresAt: Date | null,
  complete: boolean,
  context: Context,
): Promise<z.output<typeof sessionAnswer>> {
  const person = await findPerson(db, account);
  if (!person) throw new Problem('notSignedIn');
  const credential = await findCredential(db, account);
  const enrolled = isEnrolled(credential);
  const required = !complete || (await mustHaveSecondFactor(db, account, context.kind));
  return {
    person: { id: person.id, name: person.name, email: person.email },
    waitsFor: complete ? null : enrolled ? 'secondFactor' : 'enrolment',
    secondFactor: {
      ...{ enrolled, device: credential?.totpConfirmedAt != null, securityKeys: credential?.securityKeys ?? 0, required },
      recoveryCodes: complete ? await countRecoveryCodes(db, account) : 0,
    },
    expiresAt: expiresAt?.toISOString() ?? null,
    // A password alone reveals no roles.
    memberships: complete ? person.memberships.filter(({ lasts }) => lasts).map(({ id, role, body }) => ({ id, role, body })) : [],
  };
}

/** Signing in and out, the second factor, and links that set a password: the one place that finds out who somebody is, by the pool of sign-on. */
export function serveSession(app: FastifyInstance, whole: Context): void {
  const context = bySignOn(whole);
  const completed = async (acting: Acting, account: string, sender: Sender, outcome: { readonly token: string }) => {
    const { expiresAt } = await writtenSession(acting.db, outcome.token);
    const device = await rememberDevice(acting, account, sender);
    return { body: await presentSession(acting.db, account, expiresAt, true, context), headers: sessionCookie(context, outcome.token, device) };
  };

  defineRoute(app, context, contracts.signIn, {
    handle: async ({ acting, body, request, caller }) => {
      const sender = senderOf(request);
      const signedIn = await signIn(acting, body, clientOf(request), sender, context);
      // What is refused is told in sums, when its quarter of an hour is over.
      if ('refusedWith' in signedIn) return { ...signedIn, effect: 'unchanged' };
      const session = await writtenSession(acting.db, signedIn.token);
      const answer = await presentSession(acting.db, signedIn.account, session.expiresAt, session.complete, context);
      // The browser drops its old session, which nobody could end any more.
      if (caller && !caller.byToken) {
        await endSessions(acting.db, caller.account, acting.receivedAt, { only: caller.session });
      }
      const device = session.complete ? await rememberDevice(acting, signedIn.account, sender) : undefined;
      return { status: 201, body: answer, headers: sessionCookie(context, signedIn.token, device) };
    },
  });

  defineRoute(app, context, contracts.readSession, {
    handle: async ({ db, caller }) => {
      if (caller?.byToken) return { body: await presentSession(db, caller.account, null, true, context) };
      const { account, expiresAt, complete } = await findWaiting(db, caller);
      return { body: await presentSession(db, account, expiresAt, complete, context) };
    },
  });

  defineRoute(app, context, contracts.readSessionEnd, {
    handle: async ({ db, request, receivedAt }) => {
      const cookie = request.cookies[SESSION_COOKIE];
      return { body: { reason: cookie === undefined ? null : await readWhyEnded(db, hashOfToken(cookie), receivedAt) } };
    },
  });

  defineRoute(app, context, contracts.signOut, {
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found }) => {
      await endSessions(acting.db, found.account, acting.receivedAt, { only: found.session });
      await recordAct(actAs(acting, found.account), { act: 'session.end', subject: `account:${found.account}` });
      return { headers: noSessionCookie(context) };
    },
  });

  defineRoute(app, context, contracts.giveSecondFactor, {
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found, body, request }) => {
      if (found.complete) throw new Problem('notNow', { detail: { vi: 'Đã đăng nhập xong.', en: 'The sign-in is complete already.' } });
      const sender = senderOf(request);
      const proving = { ...found, keys: context.keys, party: relyingPartyOf(context, request) };
      const given = await giveSecondFactor(acting, proving, body, sender, termsOf(context));
      return 'refusedWith' in given ? given : completed(acting, found.account, sender, given);
    },
  });

  defineRoute(app, context, contracts.confirmSession, {
    find: findMyself,
    handle: async ({ acting, found, body, request }) => {
      const proving = { ...found.me, keys: context.keys, party: relyingPartyOf(context, request) };
      return (await confirmSession(acting, proving, body, senderOf(request))) ?? {};
    },
  });

  defineRoute(app, context, contracts.offerSecondFactor, {
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found }) => ({ status: 201, body: await offerSecondFactor(acting, context.keys, found) }),
  });

  defineRoute(app, context, contracts.confirmSecondFactor, {
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found, body, request }) => {
      const sender = senderOf(request);
      const enrolled = await confirmSecondFactor(acting, context.keys, found, body, sender, termsOf(context));
      if ('refusedWith' in enrolled) return enrolled;
      const answer = await completed(acting, found.account, sender, enrolled);
      return { ...answer, body: { ...answer.body, recoveryCodes: enrolled.recoveryCodes } };
    },
  });

  defineRoute(app, context, contracts.challengeSecurityKey, {
    find: ({ db, caller }) => findWaiting(db, caller),
    // A challenge proves nothing yet: the trail tells what comes of it.
    handle: async ({ acting, found, request }) => ({
      ...{ status: 201, effect: 'unchanged' as const },
      body: await challengeSecurityKey(acting, found, relyingPartyOf(context, request)),
    }),
  });

  defineRoute(app, context, contracts.offerSecurityKey, {
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found, request }) => ({ status: 201, body: await offerSecurityKey(acting, found, relyingPartyOf(context, request)) }),
  });

  defineRoute(app, context, contracts.addSecurityKey, {
    find: ({ db, caller }) => findWaiting(db, caller),
    handle: async ({ acting, found, body, request }) => {
      const added = await addSecurityKey(acting, found, body, relyingPartyOf(context, request), termsOf(context));
      if ('refusedWith' in added) return added;
      const answer = await completed(acting, found.account, senderOf(request), added);
      return { ...answer, status: 201, body: { ...answer.body, recoveryCodes: added.recoveryCodes } };
    },
  });

  defineRoute(app, context, contracts.readLink, {
    handle: async ({ db, body, receivedAt }) => {
      const { link, account } = await openLink(db, hashOfLink(body.token), receivedAt, false);
      return { body: { purpose: link.purpose, name: account.name, email: account.email, expiresAt: link.expiresAt.toISOString() }, effect: 'unchanged' };
    },
  });

  defineRoute(app, context, contracts.useLink, {
    handle: async ({ acting, body }) => ({ body: await useLink(acting, hashOfLink(body.token), body.password) }),
  });
}
