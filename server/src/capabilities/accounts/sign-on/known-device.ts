import type { FastifyRequest } from 'fastify';
import type { Acting } from '../../../audit/acting.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { insertDevice, seeDevice } from '../queries/sign-on.ts';
import { DEVICE_COOKIE, LONGEST_DEVICE_MS } from './session-cookie.ts';

/** Where an attempt comes from, and the hash of what its device keeps, if it keeps something. */
export interface Sender {
  readonly address: string;
  readonly device: Buffer | undefined;
}

export function senderOf(request: FastifyRequest): Sender {
  const kept = request.cookies[DEVICE_COOKIE];
  return { address: request.ip, device: kept === undefined ? undefined : hashOfToken(kept) };
}

/** After a complete sign-in the account knows the device; returns what it has to keep, undefined if it does already. */
export async function rememberDevice({ db, receivedAt }: Acting, account: string, { device }: Sender): Promise<string | undefined> {
  if (device && (await seeDevice(db, device, account, receivedAt))) return undefined;
  const { token, hash } = newSecretToken();
  await insertDevice(
    db,
    { token_hash: hash, account_id: account, made_at: receivedAt, seen_at: receivedAt },
    new Date(receivedAt.getTime() - LONGEST_DEVICE_MS),
  );
  return token;
}
