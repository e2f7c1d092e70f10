import { z } from 'zod';
import { ROLES, WITHOUT_BODY } from '../../rights/roles.ts';
import { day, decision, longText, moment, pageOf, pageQuery, personName, slug, uuid, version } from './fields.ts';
import { madeLink, officeAnswer, personEmail } from './session.ts';

/** What is wrong with what no field of its own says. */
export const fault = (code: string, details: Record<string, string> = {}) => ({ params: { fault: code, details } });

/** Line breaks and marks that are not seen: they make a name look like another, or like more than a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const nameUpTo = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !UNSEEN.test(text), fault('badCharacter'));
const name = nameUpTo(200);

/** A role in a body, from a day to a day; without a body for administrators and auditors of the whole installation. */
export const newMembership = z
  .strictObject({ body: slug.nullable(), role: z.enum(ROLES), from: day, to: day.nullable().default(null) })
  .refine(({ body, role }) => body !== null || WITHOUT_BODY.includes(role), { path: ['body'], ...fault('missingKey', { key: 'body' }) })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], ...fault('outOfRange', { expected: '≥ from' }) });

const MOST_MEMBERSHIPS = 50;

/** A reason where one of the roles takes two persons. */
export const invitation = z.strictObject({ email: personEmail, name, memberships: z.array(newMembership).max(MOST_MEMBERSHIPS), reason: longText.optional() });
/** A link; or, where a second person has to agree first, the code that belongs to the link which that person is shown. */
export const invited = z.object({ id: uuid, link: madeLink.nullable(), code: z.string().nullable() });

export const membershipAnswer = officeAnswer.extend({
  from: day,
  to: day.nullable(),
  version,
  grantedAt: moment,
  endedAt: moment.nullable(),
  handover: uuid.nullable(),
});

export const peopleQuery = pageQuery.extend({
  /** By name or email, without marks. */
  search: z.string().max(200).optional(),
  after: uuid.optional(),
});

export const personRow = personName.extend({ email: z.string(), version, memberships: z.array(membershipAnswer) });
export const peoplePage = pageOf(personRow);

/** What somebody asked to have corrected in their data. */
const correction = z.object({
  at: moment,
  field: z.string(),
  /** null where it was lawfully erased. */
  value: z.string().nullable(),
  reason: z.string().nullable(),
  applied: z.boolean(),
});

export const personAnswer = personRow.extend({
  createdAt: moment,
  signOn: z.object({ password: z.boolean(), secondFactor: z.boolean(), openLink: moment.nullable() }),
  /** What whoever reads may do to the account alone; anything else of it takes a second person. */
  alone: z.object({ link: z.boolean(), email: z.boolean(), secondAdministrator: z.boolean() }),
  corrections: z.array(correction),
});

export const personParams = z.strictObject({ id: uuid });
export const membershipParams = z.strictObject({ id: uuid, membership: uuid });
export const personChange = z
  .strictObject({ name: name.optional(), email: personEmail.optional(), version })
  .refine((change) => change.name !== undefined || change.email !== undefined, { path: ['name'], ...fault('missingKey', { key: 'name | email' }) });
export const changedPerson = z.object({ name: z.string(), email: z.string(), version: z.number() });
export const grantedMembership = z.object({ id: z.string() });
export const membershipChange = z.strictObject({ to: day.nullable(), version });
export const endSessionsQuery = z.strictObject({
  /** Whether personal tokens are revoked in the same act. */
  tokens: z.enum(['true', 'false']).default('false'),
});
export const endOwnSessionsQuery = z.strictObject({
  /** Whether the session that asks goes on. */
  others: z.enum(['true', 'false']).default('false'),
});
export const sessionsEnded = z.object({ sessions: z.number(), tokens: z.number() });

// What is one's own

const session = z.object({
  id: uuid,
  createdAt: moment,
  seenAt: moment,
  expiresAt: moment,
  address: z.string().nullable(),
  agent: z.string().nullable(),
  current: z.boolean(),
});
/** Why a session was ended, where the person did not do it: there were more than an account may have; a role was over. */
export const ENDED_FOR = ['tooMany', 'roleEnded'] as const;
const endedSession = session.pick({ id: true, createdAt: true, address: true, agent: true }).extend({ endedAt: moment, reason: z.enum(ENDED_FOR) });
/** `address`: without the part that names one machine. `most`: how many an account has at once. */
export const sessionList = z.object({ items: z.array(session), ended: z.array(endedSession), most: z.number() });
export const ownParams = z.strictObject({ id: uuid });

const SCOPES = ['read', 'write'] as const;
export const tokenBody = z.strictObject({
  name: nameUpTo(100),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  /** At most a year from now; in 90 days where nothing is said. */
  expiresAt: moment.optional(),
});
const personalToken = z.object({
  id: uuid,
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: moment,
  expiresAt: moment,
  usedAt: moment.nullable(),
  revokedAt: moment.nullable(),
});
export const tokenList = z.object({ items: z.array(personalToken) });
/** The token itself is told this once. */
export const madeToken = personalToken.extend({ token: z.string() });

export const passwordChange = z.strictObject({ old: z.string().min(1).max(200), new: z.string().min(1).max(200) });

/** What a person may ask to have corrected. */
const CORRECTABLE = ['name', 'email', 'memberships'] as const;
export const correctionBody = z.strictObject({
  field: z.enum(CORRECTABLE),
  value: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(1).max(2_000),
});

const bothLanguages = z.object({ vi: z.string(), en: z.string() });
export const keptData = z.object({
  law: bothLanguages,
  items: z.array(
    z.object({
      field: z.string(),
      name: bothLanguages,
      purpose: bothLanguages,
      term: bothLanguages,
      /** The value itself; how many there are where it is a list (all of it is in the export). */
      value: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
});

export const dataExport = z.object({
  /** Of a sandbox alone: that nobody in it is real. */
  notice: bothLanguages.optional(),
  exportedAt: moment,
  law: bothLanguages,
  person: personName.extend({ email: z.string(), createdAt: moment }),
  signOn: z.object({ passwordSetAt: moment.nullable(), secondFactorConfirmedAt: moment.nullable() }),
  securityKeys: z.array(z.object({ name: z.string(), madeAt: moment, usedAt: moment.nullable() })),
  recoveryCodes: z.array(z.object({ madeAt: moment, usedAt: moment.nullable() })),
  memberships: z.array(membershipAnswer),
  sessions: z.array(
    z.object({ id: uuid, createdAt: moment, seenAt: moment, endedAt: moment.nullable(), address: z.string().nullable(), agent: z.string().nullable() }),
  ),
  tokens: z.array(personalToken),
  links: z.array(z.object({ purpose: z.string(), createdAt: moment, expiresAt: moment, usedAt: moment.nullable() })),
  handovers: z.array(uuid),
  reminders: z.array(z.object({ text: z.string(), day, readAt: moment.nullable() })),
  entries: z.array(z.object({ id: uuid, round: z.string(), body: z.string(), seq: z.number(), act: z.string(), receivedAt: moment })),
  acts: z.array(
    z.object({
      n: z.string(),
      at: moment,
      act: z.string(),
      subject: z.string(),
      round: z.string().nullable(),
      body: z.string().nullable(),
      content: z.record(z.string(), z.unknown()),
      more: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});

// Handover (bàn giao)

export const handoverBody = z.strictObject({ id: uuid, from: uuid, to: uuid, day, document: decision.optional() });
export const handoverParams = z.strictObject({ id: uuid });

const named = z.object({ id: slug, name: z.string() });

/** What passed, as it stood when it did: all that the printed record needs. */
export const handoverRecord = z.object({
  id: uuid,
  from: personName,
  to: personName,
  day,
  document: decision.nullable(),
  performedBy: personName.extend({ role: z.enum(ROLES), body: named.nullable() }),
  performedAt: moment,
  memberships: z.array(
    z.object({
      from: uuid,
      /** The one that begins; one that was there already serves where it covers the same. */
      to: uuid,
      alreadyHeld: z.boolean(),
      role: z.enum(ROLES),
      body: named.nullable(),
      begins: day,
      ends: day.nullable(),
    }),
  ),
  /** Sheets of open rounds on which the one who hands over has worked. */
  sheets: z.array(
    z.object({
      round: z.object({ id: slug, title: z.string() }),
      body: named,
      entries: z.number(),
      lastSeq: z.number(),
      lastAt: moment,
      steps: z.array(z.object({ step: z.string(), opens: moment, closes: moment })),
    }),
  ),
  tokens: z.array(z.object({ id: uuid, name: z.string() })),
});
