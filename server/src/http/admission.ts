import { hash } from 'node:crypto';
import { type Access, CONFIRMED_WITHIN, type Contract } from '@parindex/core/contracts/contract';
import { judgeRight, type Membership, type Permission, type Subject, type SubjectOf, tokenMayRead, tokenMayWrite } from '@parindex/core/rights/index';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { type Credentials, type FoundCaller, findCallers, inTransaction, inTransactionUnattended, type Reading } from '../db/transaction.ts';
import { Problem } from './problems.ts';

/** The scopes of a personal token. */
export type Scope = 'read' | 'write';

export interface Caller {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly session: string;
  readonly memberships: FoundCaller['memberships'];
  /** Whether the request is made by a token, not in a signed-in browser. */
  readonly byToken: boolean;
}

export const SESSION_COOKIE = 'parindex_session';

export const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer');

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/;

/** Open pages ask every few seconds what has changed; where nobody sits before them any more, they say so, and the session rests all the same. */
export const UNATTENDED = 'x-unattended';

/** The credentials of a request, as hashes. */
export function credentialsOf(request: FastifyRequest): Credentials {
  const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: hashOfToken(bearer).toString('hex') };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? { session: hashOfToken(cookie).toString('hex'), unattended: UNATTENDED in request.headers } : {};
}

/** Browsers state where a request comes from; one made by another site is refused. */
export function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && URL.parse(origin)?.host !== request.headers.host);
  if (foreign) throw new Problem('crossSite');
}

/** For streams and other non-JSON answers: finds the caller and refuses as a route does; `work` runs in a read-only transaction. */
export function asCaller<T>(
  context: Context,
  request: FastifyRequest,
  access: Permission,
  unsafe: boolean,
  work: (db: Reading, caller: Caller) => Promise<T>,
): Promise<T> {
  const credentials = credentialsOf(request);
  if (unsafe && credentials.token === undefined) refuseCrossSite(request);
  return inTransaction(context.pool, credentials, request.receivedAt, false, (db, who) => {
    request.account = who?.account ?? null;
    return asAdmitted(access, who, unsafe, db, work);
  });
}

/** The same for an answer that continues after its request: for whoever holds the credentials, with their present rights. */
export function asHolder<T>(
  { pool }: Pick<Context, 'pool'>,
  credentials: Credentials,
  moment: Date,
  access: Permission,
  unsafe: boolean,
  work: (db: Reading, caller: Caller) => Promise<T>,
): Promise<T> {
  return inTransactionUnattended(pool, credentials, moment, false, (db, who) => asAdmitted(access, who, unsafe, db, work));
}

async function asAdmitted<T>(
  access: Permission,
  who: FoundCaller | null,
  unsafe: boolean,
  db: Reading,
  work: (db: Reading, caller: Caller) => Promise<T>,
): Promise<T> {
  const caller = admitted(access, who, unsafe);
  if (!caller) throw new Problem('notSignedIn');
  return work(db, caller);
}

/** The holders of many credentials at a moment, as a read-only route would admit them; null where it would not. */
export async function admittedHolders(
  { pool }: Pick<Context, 'pool'>,
  credentials: readonly Credentials[],
  moment: Date,
  access: Permission,
): Promise<(Caller | null)[]> {
  return (await findCallers(pool, credentials, moment)).map((who) => {
    try {
      return admitted(access, who, false);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  });
}

/** The caller, if a route of such access admits them; refuses otherwise. */
export function admitted(access: Access, who: FoundCaller | null, unsafe: boolean): Caller | null {
  if (access === 'public') return who?.complete ? callerOf(who) : null;
  if (!who) throw new Problem('notSignedIn');
  if (access === 'secondFactor') return callerOf(who);
  if (!who.complete) throw new Problem('secondFactorNeeded');
  if (who.scopes && !who.scopes.includes(unsafe ? 'write' : 'read')) throw new Problem('outOfScope');
  if (who.scopes && !(unsafe ? tokenMayWrite(access) : tokenMayRead(access))) throw new Problem('outOfScope');
  return callerOf(who);
}

const callerOf = ({ scopes, account, name, email, session, memberships }: FoundCaller): Caller => ({
  account,
  name,
  email,
  session,
  memberships,
  byToken: scopes !== null,
});

/** Refuses callers without the right, or before a step opens; returns the membership that grants it. */
export function requireRight<P extends Permission>(memberships: readonly Membership[], permission: P, subject: SubjectOf<P>): Membership | undefined {
  const judged = judgeRight(memberships, permission, subject);
  if ('by' in judged) return judged.by;
  if (judged.until === undefined) throw new Problem('refused');
  const { calendar }: Partial<Subject> = subject;
  throw new Problem('appraisalNotOpen', {
    more: { steps: calendar?.steps.filter(({ step }) => step === judged.until) ?? [], receivedAt: calendar?.moment.toISOString() },
  });
}

const MINUTE_MS = 60_000;

/** Refuses a binding act of somebody who has not proven lately who they are: a screen left open, or a stolen cookie, does not bind. A sign-in that is not complete has just begun. */
export function requireConfirmed({ confirmed }: Contract, who: FoundCaller | null, moment: Date): void {
  if (confirmed === undefined || !who?.complete) return;
  const last = who.confirmedAt === null ? Number.NaN : Date.parse(who.confirmedAt);
  if (last > moment.getTime() - CONFIRMED_WITHIN[confirmed] * MINUTE_MS) return;
  throw new Problem('confirmationNeeded');
}

/**
 * The membership by which a caller may use a route; refuses otherwise. By its type, what a route finds contains
 * everything that the right depends on.
 */
export const actingMembershipOf = (access: Access, caller: Caller | null, subject: object): string | undefined =>
  access === 'public' || access === 'secondFactor' || !caller ? undefined : requireRight(caller.memberships, access, subject as Subject)?.id;
