import { randomBytes, randomUUID } from 'node:crypto';
import type { newSecurityKey, secondFactorBody, securityKeyChallenge, securityKeyOffer } from '@parindex/core/contracts/schemas/index';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { StoredKey } from '../queries/security-keys.ts';
import type { RelyingParty } from './relying-party.ts';

export type Assertion = NonNullable<z.output<typeof secondFactorBody>['assertion']>;
export type Attestation = z.output<typeof newSecurityKey>['attestation'];

/** How long a challenge waits to be signed. */
export const LONGEST_CHALLENGE_MS = 5 * 60_000;
const CHALLENGE_BYTES = 32;
/** Ed25519, ECDSA on P-256, RSA of 2048 bits: what keys in use sign by, and every Node verifies without an experimental part. */
const ALGORITHMS = [-8, -7, -257];

export const newChallenge = (): Buffer => randomBytes(CHALLENGE_BYTES);

const known = ({ credentialId, transports }: StoredKey) => ({ id: credentialId.toString('base64url'), type: 'public-key' as const, transports });

/** What a browser asks one of these keys to sign. */
export async function challengeFor(keys: readonly StoredKey[], challenge: Buffer, { id }: RelyingParty): Promise<z.output<typeof securityKeyChallenge>> {
  const asked = await generateAuthenticationOptions({ rpID: id, challenge: new Uint8Array(challenge), timeout: LONGEST_CHALLENGE_MS });
  return { challenge: asked.challenge, rpId: id, timeout: LONGEST_CHALLENGE_MS, userVerification: 'preferred', allowCredentials: keys.map(known) };
}

interface Holder {
  readonly account: string;
  readonly email: string;
}

/**
 * By what a browser makes a new key known. What made it is not asked (no attestation), so any key serves; it need not keep the
 * account itself, as the password says who it is, so that small keys have room.
 */
export async function offerFor(
  { account, email }: Holder,
  keys: readonly StoredKey[],
  challenge: Buffer,
  { id }: RelyingParty,
): Promise<z.output<typeof securityKeyOffer>> {
  const offer = await generateRegistrationOptions({
    ...{ rpName: 'ParIndex', rpID: id, userName: email, userDisplayName: email, userID: new Uint8Array(Buffer.from(account)) },
    ...{ challenge: new Uint8Array(challenge), timeout: LONGEST_CHALLENGE_MS, attestationType: 'none', supportedAlgorithmIDs: ALGORITHMS },
  });
  return {
    ...{ challenge: offer.challenge, rp: { id, name: 'ParIndex' }, user: offer.user, pubKeyCredParams: offer.pubKeyCredParams, timeout: LONGEST_CHALLENGE_MS },
    excludeCredentials: keys.map(known),
    authenticatorSelection: { residentKey: 'discouraged', requireResidentKey: false, userVerification: 'preferred' },
    attestation: 'none',
  };
}

/** The new key that signed a challenge; undefined if it is not what was asked for. */
export async function madeKey(attestation: Attestation, challenge: Buffer, { id, origin }: RelyingParty): Promise<StoredKey | undefined> {
  const { transports = [] } = attestation;
  const verified = await orRefused(
    verifyRegistrationResponse({
      response: {
        ...{ id: attestation.id, rawId: attestation.id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: attestation.clientData, attestationObject: attestation.attestationObject },
      },
      ...{ expectedChallenge: challenge.toString('base64url'), expectedOrigin: origin, expectedRPID: id, requireUserVerification: false },
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified?.verified) return undefined;
  const { credential } = verified.registrationInfo;
  return {
    ...{ id: randomUUID(), credentialId: Buffer.from(credential.id, 'base64url'), publicKey: Buffer.from(credential.publicKey) },
    ...{ counter: credential.counter, transports },
  };
}

/** The counter that a key signed with a challenge; `back`: the signature is right and the counter is not beyond the one before; undefined: anything else. */
export async function signedCounter(
  assertion: Assertion,
  key: StoredKey,
  challenge: Buffer,
  { id, origin }: RelyingParty,
): Promise<number | 'back' | undefined> {
  const verified = await orRefused(
    verifyAuthenticationResponse({
      response: {
        ...{ id: assertion.id, rawId: assertion.id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: assertion.clientData, authenticatorData: assertion.authenticatorData, signature: assertion.signature },
      },
      ...{ expectedChallenge: challenge.toString('base64url'), expectedOrigin: origin, expectedRPID: id, requireUserVerification: false },
      // Counters are judged below, behind the signature: what nobody signed says nothing of a key.
      credential: { id: assertion.id, publicKey: new Uint8Array(key.publicKey), counter: -1 },
    }),
  );
  if (!verified?.verified) return undefined;
  const counter = verified.authenticationInfo.newCounter;
  return (counter > 0 || key.counter > 0) && counter <= key.counter ? 'back' : counter;
}

/** The library throws where anything is not as it must be; whatever it is, the answer is the same. */
async function orRefused<T>(verification: Promise<T>): Promise<T | undefined> {
  try {
    return await verification;
  } catch {
    return undefined;
  }
}
