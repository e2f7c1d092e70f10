import { ODD_TEXTS } from '../core/src/testing/odd-values.ts';
import { Random } from '../core/src/testing/random.ts';
import { type DocObject, textOf } from '../core/src/testing/random-document.ts';
import { randomSnapshot } from '../core/src/testing/random-round.ts';
import { SPOILT, spoil } from '../core/src/testing/spoil.ts';
import { BROKEN_LINES, BROKEN_TEXTS, breakLines, breakText } from './broken.ts';
import { inLines, textOfLines } from './lines.ts';

/** One text for both sides; `sound` where nothing was broken, else the kinds of breaking. */
export interface Case {
  readonly text: string;
  readonly sound: DocObject | undefined;
  readonly broken: readonly string[];
}

/** How many of the cases are broken where nothing else is said. */
export const SHARE_BROKEN = 0.3;
const SHARE_IN_LINES = 0.35;

/** All kinds of breaking, in documents, lines and texts. */
export const BREAKINGS: readonly string[] = [...SPOILT, ...BROKEN_LINES, ...BROKEN_TEXTS].map((kind) => `broken: ${kind}`);

/** The case of a number: the same for the same seed, whatever comes before it. */
export function caseAt(seed: number, number: number, shareBroken = SHARE_BROKEN): Case {
  const random = new Random(seed, number);
  if (random.chance(0.006)) return { text: random.pick(ODD_TEXTS), sound: undefined, broken: [] };
  const snapshot = randomSnapshot(random);
  const asLines = random.chance(SHARE_IN_LINES);
  const broken: string[] = [];
  const breaks = random.chance(shareBroken);
  if (breaks && random.chance(asLines ? 0.4 : 0.85)) broken.push(...spoil(random, snapshot));
  let text = textOf(snapshot);
  if (asLines) {
    const lines = inLines(snapshot);
    if (breaks && random.chance(0.7)) broken.push(...breakLines(random, lines));
    text = textOfLines(lines);
  }
  if (breaks && (broken.length === 0 || random.chance(0.08))) {
    const other = breakText(random, text);
    broken.push(other.kind);
    text = other.text;
  }
  // Half a character cannot be sent to the other side.
  return { text: text.toWellFormed(), sound: breaks ? undefined : snapshot, broken: broken.map((kind) => `broken: ${kind}`) };
}
