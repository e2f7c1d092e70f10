import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** RFC 8785 text of a value in normal form (texts, booleans, lists and objects only). */
export const canonicalText = (value: unknown): string => canonicalize(value) ?? 'null';

/** SHA-256 in hex, fed piece by piece, so that a large document need never stand in memory whole. */
export class Hash {
  readonly #state = sha256.create();
  readonly #encoder = new TextEncoder();

  update(text: string): this {
    this.#state.update(this.#encoder.encode(text));
    return this;
  }

  /** The hash in hex; no update may follow. */
  hex(): string {
    return bytesToHex(this.#state.digest());
  }
}

/** The hash of a value in normal form: SHA-256 of its RFC 8785 text, in hex. */
export const hashOf = (value: unknown): string => new Hash().update(canonicalText(value)).hex();
