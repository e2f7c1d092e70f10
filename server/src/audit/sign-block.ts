import { sign, verify } from 'node:crypto';
import type { SealKey } from '../keys/key-file.ts';
import type { Keys } from '../keys/keys.ts';

/** What a signature says of a block: which it is, how many rows are sealed up to it, and its hash, which holds all before. */
export interface SignedBlock {
  readonly number: number;
  readonly total: string;
  readonly sealedAt: Date;
  readonly hash: Uint8Array;
}

export interface BlockSignature {
  /** The id of the key. */
  readonly key: string;
  readonly signature: Buffer;
}

const statementOf = (key: string, { number, total, sealedAt, hash }: SignedBlock): Buffer =>
  Buffer.from(`parindex-signed-seal/1 ${key} ${number} ${total} ${sealedAt.toISOString()} ${Buffer.from(hash).toString('hex')}`);

/** Signs a block by the newest key of the folder. */
export function signBlock(keys: Keys, block: SignedBlock): BlockSignature {
  const key = keys.signing();
  return { key: key.id, signature: sign(null, statementOf(key.id, block), key.privateKey) };
}

/** Whether a block was signed by a key. */
export const isSignedBy = (key: SealKey, block: SignedBlock, signature: Uint8Array): boolean =>
  verify(null, statementOf(key.id, block), key.publicKey, signature);
