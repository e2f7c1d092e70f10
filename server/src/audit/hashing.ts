import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { canonicalText } from '@parindex/core';

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of a row's content: SHA-256 of its canonical JSON (RFC 8785). */
export const hashOfContent = (content: object): Buffer => sha256(canonicalText(content));

/** A payload's hash, salted: the hash of a short text could otherwise be found by trial. */
export const hashOfPayload = (salt: Uint8Array, content: object): Buffer => sha256(salt, canonicalText(content));

export interface NewPayload {
  readonly id: string;
  readonly salt: Buffer;
  readonly content: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

const SALT_BYTES = 16;

/** What may lawfully be erased later, kept apart from the hashed row. */
export function newPayload(content: Readonly<Record<string, unknown>>): NewPayload {
  const salt = randomBytes(SALT_BYTES);
  return { id: randomUUID(), salt, content, hash: hashOfPayload(salt, content) };
}

/** Takes a block's rows in order and gives its root, the hash over their numbers and hashes. */
export class Root {
  readonly #hash = createHash('sha256');

  add(n: string, hash: Uint8Array): this {
    this.#hash.update(`${n} `).update(hash);
    return this;
  }

  /** The root; no row may be added afterwards. */
  end(): Buffer {
    return this.#hash.digest();
  }
}

export interface BlockContent {
  readonly number: number;
  readonly count: number;
  /** Number of rows in this block and all before it. */
  readonly total: string;
  readonly sealedAt: Date;
  readonly root: Uint8Array;
  readonly previous: Uint8Array;
}

/** A block's hash, chained into the next block. */
export const hashOfBlock = ({ number, count, total, sealedAt, root, previous }: BlockContent): Buffer =>
  sha256(`parindex-seal/1 ${number} ${count} ${total} ${sealedAt.toISOString()} `, root, previous);

/** The predecessor of the first block. */
export const NO_BLOCK = Buffer.alloc(32);

export interface AuditContent {
  readonly at: Date;
  readonly actor: string | null;
  readonly office: string | null;
  readonly act: string;
  readonly subject: string;
  readonly round: string | null;
  readonly body: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly payloadHash: Uint8Array | null;
}

const hexOrNull = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex');

/** The hash that an audit row carries. */
export const hashOfAudit = ({ at, payloadHash, ...rest }: AuditContent): Buffer =>
  hashOfContent({ ...rest, at: at.toISOString(), payloadHash: hexOrNull(payloadHash) });

export interface EntryContent {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly seq: number;
  readonly targetKind: string | null;
  readonly target: string | null;
  readonly act: string;
  readonly stage: string;
  readonly standing: string;
  readonly actor: string;
  readonly office: string;
  readonly onBehalfOf: string | null;
  readonly receivedAt: Date;
  readonly base: number;
  readonly edition: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly texts: readonly string[];
  readonly points: string | null;
  readonly reasonCode: string | null;
  readonly citations: readonly unknown[];
  readonly origin: string;
  readonly cause: string | null;
  readonly payloadHash: Uint8Array | null;
}

/** The hash of an entry, also recorded in its audit row. */
export const hashOfEntry = ({ receivedAt, base, seq, payloadHash, ...rest }: EntryContent): Buffer =>
  hashOfContent({ ...rest, seq: String(seq), base: String(base), receivedAt: receivedAt.toISOString(), payloadHash: hexOrNull(payloadHash) });
