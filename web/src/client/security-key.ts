import * as contracts from '@parindex/core/contracts/accounts';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { loadedLater } from './loaded-later.ts';
import type { Answer, Sent } from './request.ts';

/** The browser gave no signature: the person gave up, let the time pass, or has no fitting key here. */
export class KeyNotUsed extends Error {}

const isNumber = (host: string) => /^[\d.]+$|:/.test(host);
/** Whether this browser, at this address, can ask a security key at all: it does over HTTPS and on the machine itself, and for a name alone. */
export const canUseKeys = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window && !isNumber(location.hostname);

// Asked for by few, so it comes when the first key is.
const library = () => loadedLater(() => import('@simplewebauthn/browser'));

async function orNotUsed<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (cause) {
    throw new KeyNotUsed('the browser gave no signature', { cause });
  }
}

/** Asks one of the person's keys to sign what the server wants signed. */
export async function signByKey(): Promise<NonNullable<Sent<'secondFactorBody'>['assertion']>> {
  const { startAuthentication } = await library();
  const optionsJSON = await call(contracts.challengeSecurityKey);
  const { id, response } = await orNotUsed(startAuthentication({ optionsJSON }));
  return { id, clientData: response.clientDataJSON, authenticatorData: response.authenticatorData, signature: response.signature };
}

/** Makes a new key known, under a name of the person's choice. */
export async function addSecurityKey(name: string): Promise<Answer<'enrolledAnswer'>> {
  const { startRegistration } = await library();
  const optionsJSON = await call(contracts.offerSecurityKey);
  const { id, response } = await orNotUsed(startRegistration({ optionsJSON }));
  const { clientDataJSON: clientData, attestationObject, transports = [] } = response;
  return call(contracts.addSecurityKey, { body: { name, attestation: { id, clientData, attestationObject, transports: [...transports] } } });
}

export type OwnSecurityKey = Answer<'securityKeyList'>['items'][number];
export const securityKeysQuery = queryOptions({ queryKey: ['me', 'security-keys'], queryFn: () => call(contracts.listSecurityKeys) });
export const removeSecurityKey = (id: string) => call(contracts.removeSecurityKey, { params: { id } });
