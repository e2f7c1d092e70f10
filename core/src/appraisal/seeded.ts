import { hashOf } from '../reading/normal-form.ts';

/** A number from 0 up to 1, by a seed and what it is for: anybody can work it out again. */
export const chanceOf = (seed: string, of: readonly string[]): number => Number.parseInt(hashOf([seed, ...of]).slice(0, 12), 16) / 2 ** 48;

/** Places in a list, one after the other, by a seed (Mulberry32, begun with its hash). */
export function seededIndices(seed: string, length: number): () => number {
  let state = Number.parseInt(hashOf([seed]).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * length);
  };
}
