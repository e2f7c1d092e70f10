import { mkdirSync, writeFileSync } from 'node:fs';
import type { Json } from '../core/src/testing/documents.ts';
import { type Case, caseAt, SHARE_BROKEN } from './corpus.ts';
import { Coverage } from './coverage.ts';
import { differences, ordered, settled } from './json.ts';
import { PythonSide } from './python-side.ts';
import { answerOf } from './typescript-side.ts';

export const BUILD = new URL('../.build/agree/', import.meta.url);

export interface Difference {
  readonly number: number;
  readonly text: string;
  readonly lines: readonly string[];
}

export interface Comparison {
  readonly coverage: Coverage;
  readonly differences: readonly Difference[];
  /** Texts with the answer that both sides gave, in one order of members. */
  readonly agreed: readonly Agreed[];
}

export interface Agreed {
  readonly text: string;
  readonly answer: string;
}

const CHUNK = 40;

export interface Settings {
  readonly seed: number;
  readonly cases: number;
  /** How many answers to give back at most. */
  readonly keep: number;
  readonly shareBroken?: number;
  readonly onProgress?: (done: number) => void;
}

/** Lets both sides answer the cases of a seed and compares what they say. */
export async function compare(python: string, { seed, cases, keep, shareBroken = SHARE_BROKEN, onProgress = () => {} }: Settings): Promise<Comparison> {
  const coverage = new Coverage();
  const found: Difference[] = [];
  const [results, refusals]: [Agreed[], Agreed[]] = [[], []];
  const caseOf = (number: number) => caseAt(seed, number, shareBroken);
  const sides = [new PythonSide(python), new PythonSide(python)];
  try {
    // Python works on the next chunk while this side answers the present one.
    let ahead: Prepared | undefined = await prepare(sides[0] as PythonSide, caseOf, 0, cases);
    for (let turn = 1; ahead; turn++) {
      const chunk: Prepared = ahead;
      const next = chunk.first + CHUNK;
      ahead = next < cases ? await prepare(sides[turn % 2] as PythonSide, caseOf, next, cases) : undefined;
      for (const [offset, { text, sound, broken }] of chunk.cases.entries()) {
        const mine = settled(await answerOf(text));
        const theirs = settled(await chunk.side.next());
        const [one, other] = [ordered(mine), ordered(theirs)];
        if (one !== other || isCrash(mine)) found.push({ number: chunk.first + offset, text, lines: differences(mine, theirs) });
        else (isResult(mine) ? results : refusals).push({ text, answer: one });
        coverage.addAnswer(mine, broken);
        if (sound && isResult(mine)) coverage.addResult(sound, mine);
      }
      onProgress(Math.min(next, cases));
    }
  } finally {
    for (const side of sides) side.end();
  }
  return { coverage, differences: found, agreed: mixed(results, refusals, keep) };
}

/** Answers of both kinds by turns: mistakes in checking show only in what is refused. */
function mixed(results: readonly Agreed[], refusals: readonly Agreed[], keep: number): Agreed[] {
  return results.flatMap((result, index) => [result, ...refusals.slice(index, index + 1)]).slice(0, keep);
}

interface Prepared {
  readonly first: number;
  readonly side: PythonSide;
  readonly cases: readonly Case[];
}

async function prepare(side: PythonSide, caseOf: (number: number) => Case, first: number, all: number): Promise<Prepared> {
  const cases = Array.from({ length: Math.min(CHUNK, all - first) }, (_, offset) => caseOf(first + offset));
  await side.send(cases.map(({ text }) => text));
  return { first, side, cases };
}

const isTree = (answer: Json): answer is { [key: string]: Json } => typeof answer === 'object' && answer !== null && !Array.isArray(answer);
const isCrash = (answer: Json): boolean => isTree(answer) && 'crash' in answer;
const isResult = (answer: Json): answer is { [key: string]: Json } => isTree(answer) && 'bodies' in answer;

/** Saves a snapshot on which the sides differ. */
export function saveCase(name: string, text: string): URL {
  mkdirSync(BUILD, { recursive: true });
  const file = new URL(`${name}.snapshot.json`, BUILD);
  writeFileSync(file, text);
  return file;
}
