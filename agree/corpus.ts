import { Random } from '../core/src/testing/random.ts';
import { type DocObject, textOf } from '../core/src/testing/random-document.ts';
import { randomSnapshot } from '../core/src/testing/random-round.ts';
import { ODD_TEXTS, spoil } from '../core/src/testing/spoil.ts';

/** One text for both sides; `sound` where the document was not spoilt. */
export interface Case {
  readonly text: string;
  readonly sound: DocObject | undefined;
}

/** The case of a number: the same for the same seed, whatever comes before it. About one in seven is spoilt. */
export function caseAt(seed: number, number: number): Case {
  const random = new Random(seed, number);
  if (random.chance(0.006)) return { text: random.pick(ODD_TEXTS).replaceAll('\n', ' '), sound: undefined };
  const snapshot = randomSnapshot(random);
  if (!random.chance(0.15)) return { text: textOf(snapshot), sound: snapshot };
  spoil(random, snapshot);
  return { text: textOf(snapshot), sound: undefined };
}
