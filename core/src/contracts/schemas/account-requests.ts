import { z } from 'zod';
import { ACCOUNT_REQUEST_DECISIONS, ACCOUNT_REQUEST_KINDS } from '../../accounts/account-request.ts';
import { DECIDING_ROLES, isDeciding, ROLES } from '../../rights/roles.ts';
import { SECOND_PERSON_DECISIONS } from '../../rights/second-person.ts';
import { day, longText, moment, personName, slug, uuid } from './fields.ts';
import { fault, newMembership } from './people.ts';
import { madeLink, personEmail } from './session.ts';

/** Asks for what takes two persons: a role that decides, a reset, another address. */
export const newAccountRequest = z
  .strictObject({ id: uuid, kind: z.enum(ACCOUNT_REQUEST_KINDS), membership: newMembership.optional(), email: personEmail.optional(), reason: longText })
  .refine(({ kind, membership }) => (kind === 'membership') === (membership !== undefined), {
    path: ['membership'],
    ...fault('missingKey', { key: 'membership' }),
  })
  .refine(({ membership }) => membership === undefined || isDeciding(membership.role), { path: ['membership', 'role'], ...fault('notAllowedHere') })
  .refine(({ kind, email }) => (kind === 'email') === (email !== undefined), { path: ['email'], ...fault('missingKey', { key: 'email' }) });

export const accountRequestParams = z.strictObject({ id: uuid });
/** Whoever asked is to learn why not: a refusal has a reason. */
export const accountRequestDecision = z
  .strictObject({ decision: z.enum(SECOND_PERSON_DECISIONS), note: longText.nullable().default(null) })
  .refine(({ decision, note }) => decision === 'carriedOut' || note !== null, { path: ['note'], ...fault('emptyText') });
export const accountRequestStop = z.strictObject({ note: longText.nullable().default(null) });
export const accountRequestListQuery = z.strictObject({ state: z.enum(['waiting', 'ended']).default('waiting') });

const namedBody = z.object({ id: slug, name: z.string() });
const performed = z.object({ by: personName, at: moment });

export const accountRequestAnswer = z.object({
  id: uuid,
  kind: z.enum(ACCOUNT_REQUEST_KINDS),
  /** Whom it concerns. */
  person: personName,
  membership: z.object({ role: z.enum(DECIDING_ROLES), body: namedBody.nullable(), from: day, to: day.nullable() }).nullable(),
  email: z.string().nullable(),
  reason: z.string(),
  asked: performed.extend({ role: z.enum(ROLES), body: namedBody.nullable() }),
  /** Nobody decides it any more from then on. */
  lapsesAt: moment,
  decided: performed.extend({ decision: z.enum(ACCOUNT_REQUEST_DECISIONS), note: z.string().nullable() }).nullable(),
  /** Until when the link is open that was made when it was carried out: to whom it concerns, and to their administrators. null: none is. */
  linkUntil: moment.nullable(),
  /** Whether the reader may decide it; stop it, or the link that it has led to. */
  mayDecide: z.boolean(),
  mayStop: z.boolean(),
});

/** The code is half of a link: whoever asked passes it on, and it is told this once. null: there is no link to be opened. */
export const accountRequestAsked = z.object({ request: accountRequestAnswer, code: z.string().nullable() });
/** The other half, told this once to whoever decided. null: there is none. */
export const accountRequestDecided = z.object({ request: accountRequestAnswer, link: madeLink.nullable() });
export const accountRequestList = z.object({
  items: z.array(accountRequestAnswer),
  /**
   * How many can sign in as administrator of the whole installation, whether the reader makes the second one alone, and the names of those who
   * were invited and have not set a password yet; null to whoever is none.
   */
  administrators: z.object({ count: z.number(), mayMakeSecond: z.boolean(), awaited: z.array(z.string()) }).nullable(),
});
