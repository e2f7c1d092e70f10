import type { Random } from './random.ts';

/** Names that break careless programs. */
export const HOSTILE = ['__proto__', 'constructor', 'toString', '1', '01', 'a/b~c', 'Xã "Á"', '😀', 'all.', 'null', '\\'];

/** So many of the names at most, each once; now and then a hostile one in the place of another. */
export const namesFrom = (random: Random, plain: readonly string[], most: number): string[] => [
  ...new Set(
    random
      .shuffled(plain)
      .slice(0, most)
      .map((name) => (random.chance(0.04) ? random.pick(HOSTILE) : name)),
  ),
];
