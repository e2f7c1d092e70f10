import { randomBytes } from 'node:crypto';
import { hashOfToken } from './admission.ts';

export interface SecretToken {
  /** Shown to its person once. */
  readonly token: string;
  /** What is stored. */
  readonly hash: Buffer;
}

/** A token of 256 random bits, with the hash that is stored. */
export function newSecretToken(prefix = ''): SecretToken {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, hash: hashOfToken(token) };
}
