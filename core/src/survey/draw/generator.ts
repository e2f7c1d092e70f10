import { Hash, hashOf } from '../../reading/normal-form.ts';

/** What goes into every number of a draw; all three stand before the first is made. */
export interface DrawKey {
  /** What was fixed by a public act, as digits drawn before witnesses. */
  readonly seed: string;
  /** The hashes of design and frame: with either changed, the numbers are others. They are published before the seed is drawn. */
  readonly design: string;
  readonly frame: string;
}

const GENERATOR = 'parindex-draw-numbers/1';
const RANGE = 2n ** 256n;

/**
 * Numbers for one purpose of a draw, the same for whoever has the key: SHA-256 in counter mode. Stream key: hash of [name of the generator, seed, design, frame,
 * purpose] (RFC 8785 text); the number at a counter, from 1: SHA-256 of "key,counter", read as an integer of 256 bits. After the custom of public audits, where a
 * seed is rolled with dice before witnesses: R. L. Rivest, "Reference implementation code for pseudo-random sampler for election audits" (sampler.py, 2011).
 */
export class DrawNumbers {
  readonly #key: string;
  #counter = 0n;

  constructor({ seed, design, frame }: DrawKey, purpose: readonly (string | readonly string[])[]) {
    this.#key = hashOf([GENERATOR, seed, design, frame, purpose]);
  }

  /** A whole number from 0 up to below `bound` (from 1 on), each with exactly the same chance: numbers beyond the last whole multiple are thrown away. */
  below(bound: bigint): bigint {
    const last = RANGE - (RANGE % bound);
    for (;;) {
      this.#counter += 1n;
      const number = BigInt(`0x${new Hash().update(`${this.#key},${this.#counter}`).hex()}`);
      if (number < last) return number % bound;
    }
  }
}
