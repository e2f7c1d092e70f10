import { z } from 'zod';
import { ROLES } from '../../rights/roles.ts';
import { moment, personName, slug, uuid } from './fields.ts';

/** Longest password, in UTF-16 units; the shortest is a rule of the server, told with all others. */
const LONGEST_PASSWORD = 200;

/** An email address, in lower case as it is kept. */
export const personEmail = z.string().trim().toLowerCase().max(254).pipe(z.email());
const password = z.string().min(1).max(LONGEST_PASSWORD);

/** Six digits from the person's device. */
const deviceCode = z.string().regex(/^\d{6}$/);
/** The same, or a recovery code in its place: letters and digits of Base32, in groups or not. */
const code = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(\d{6}|[a-z2-7]{4}([ -]?[a-z2-7]{4}){3})$/);

export const signInBody = z.strictObject({ email: personEmail, password });
/** Bytes as browsers and keys give them: base64url. */
const bytes = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9_-]+$/);
const credentialId = bytes(1400);
/** What a security key signs to prove itself, as the browser tells it. */
const assertion = z.strictObject({ id: credentialId, clientData: bytes(4000), authenticatorData: bytes(4000), signature: bytes(4000) });

/** One of the two: a code, or what a security key signed in its place. */
export const secondFactorBody = z
  .strictObject({ code: code.optional(), assertion: assertion.optional() })
  .refine((proof) => (proof.code === undefined) !== (proof.assertion === undefined), {
    path: ['code'],
    params: { fault: 'missingKey', details: { key: 'code | assertion' } },
  });
/** `current`: a code of the device used until now, or a recovery code, where one is being replaced. */
export const confirmSecondFactorBody = z.strictObject({ code: deviceCode, current: code.optional() });

/** One of the three. */
export const confirmationBody = z
  .strictObject({ password: password.optional(), code: code.optional(), assertion: assertion.optional() })
  .refine((proof) => Object.values(proof).filter((given) => given !== undefined).length === 1, {
    path: ['password'],
    params: { fault: 'missingKey', details: { key: 'password | code | assertion' } },
  });

/** Names of the standard, which get more: how a key is reached. */
const transports = z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(10);
const knownKey = z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) });

/** What a browser asks one of the person's keys to sign (PublicKeyCredentialRequestOptionsJSON). */
export const securityKeyChallenge = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number(),
  userVerification: z.literal('preferred'),
  allowCredentials: z.array(knownKey),
});

/** By what a browser makes a new key known (PublicKeyCredentialCreationOptionsJSON). */
export const securityKeyOffer = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  timeout: z.number(),
  excludeCredentials: z.array(knownKey),
  authenticatorSelection: z.object({ residentKey: z.literal('discouraged'), requireResidentKey: z.literal(false), userVerification: z.literal('preferred') }),
  attestation: z.literal('none'),
});

/** A new key: the name that its person gives it, and what the browser tells of it. */
export const newSecurityKey = z.strictObject({
  name: z.string().trim().min(1).max(100),
  attestation: z.strictObject({ id: credentialId, clientData: bytes(4000), attestationObject: bytes(8000), transports: transports.optional() }),
});

const securityKey = z.object({ id: uuid, name: z.string(), madeAt: moment, usedAt: moment.nullable() });
export const securityKeyList = z.object({ items: z.array(securityKey) });

export const officeAnswer = z.object({ id: uuid, role: z.enum(ROLES), body: z.object({ id: slug, name: z.string() }).nullable() });

/** What a sign-in still waits for: a code, or that the person enrols a second factor. */
export const WAITS_FOR = ['secondFactor', 'enrolment'] as const;

/**
 * Why a session has ended: it rested too long, or reached its longest time; there were more than an account may have; a role was over; the
 * password or the second factor changed; an administrator ended it, or the person did elsewhere.
 */
export const SESSION_ENDS = ['rested', 'longest', 'tooMany', 'roleEnded', 'password', 'secondFactor', 'administrator', 'elsewhere'] as const;
/** Told to whoever holds the cookie of that session. null: it is open, there is none, or nothing says why. */
export const sessionEnd = z.object({ reason: z.enum(SESSION_ENDS).nullable() });

export const sessionAnswer = z.object({
  person: personName.extend({ email: z.string() }),
  /** null: signed in. */
  waitsFor: z.enum(WAITS_FOR).nullable(),
  /** `enrolled`: either kind, a device of codes or security keys. `recoveryCodes`: how many are left. */
  secondFactor: z.object({ enrolled: z.boolean(), device: z.boolean(), securityKeys: z.number(), required: z.boolean(), recoveryCodes: z.number() }),
  /** Of a session; null for a personal token. */
  expiresAt: moment.nullable(),
  memberships: z.array(officeAnswer),
});

/** Codes that are told this once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) });
/** After an enrolment: recovery codes too, where there were none. */
export const enrolledAnswer = sessionAnswer.extend({ recoveryCodes: z.array(z.string()).nullable() });

/** One's own recovery codes: how many were made and are left, and when one was used last. */
export const recoveryCodesState = z.object({ made: z.number(), left: z.number(), madeAt: moment.nullable(), usedAt: moment.nullable() });

export const secondFactorOffer = z.object({
  secret: z.string().meta({ description: 'Base32' }),
  uri: z.string().meta({ description: 'otpauth://totp/…, for the QR code' }),
});

/** What opens a link; of one in two halves, the code after a point. */
const linkToken = z.string().regex(/^[A-Za-z0-9_-]{20,100}(\.[A-Za-z0-9 -]{12,30})?$/);
export const linkBody = z.strictObject({ token: linkToken });
export const LINK_PURPOSES = ['invitation', 'reset'] as const;
export const linkAnswer = z.object({ purpose: z.enum(LINK_PURPOSES), name: z.string(), email: z.string(), expiresAt: moment });
export const newPasswordBody = z.strictObject({ token: linkToken, password });
export const linkUsed = z.object({ email: z.string() });

/** A one-time link as it is given to a person once. */
export const madeLink = z.object({
  path: z.string().meta({ description: 'To follow the address of the installation; the token stands behind "#", so that no server on the way logs it' }),
  expiresAt: moment,
});
