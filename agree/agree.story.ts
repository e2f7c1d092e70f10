import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../core/src/testing/documents.ts';
import { SOAK, sized } from '../tests/soak.ts';
import { compare } from './compare.ts';
import { settled } from './json.ts';
import { planted } from './mutant.ts';
import { killMutants } from './mutants.ts';
import { PYTHON_MUTANTS } from './mutants-python.ts';
import { TYPESCRIPT_MUTANTS } from './mutants-typescript.ts';
import { findPython, PythonSide } from './python-side.ts';

const python = findPython();
const NO_PYTHON = 'Python 3 was not found';
const SEED = 7;
const CASES = sized(150, 10_000);
/** Mutants are tried on so many of them. */
const KEPT = Math.min(CASES, 5_000);

/** The mutants in six places, far from each other. */
const few = <T>(list: readonly T[]): T[] => Array.from({ length: 6 }, (_, index) => list[Math.floor((index * list.length) / 6)] as T);

describe('[F78] two implementations, written from the text of the method alone, agree', () => {
  it(
    `on ${CASES} snapshots of seed ${SEED}; and they would not with a mistake planted in one of them`,
    async (ctx) => {
      if (python === undefined) return ctx.skip(NO_PYTHON);
      const { differences, agreed, coverage } = await compare(python, { seed: SEED, cases: CASES, keep: KEPT });
      expect(differences).toEqual([]);
      expect(coverage.count('result')).toBeGreaterThan(CASES / 2);
      if (SOAK) expect(coverage.empty).toEqual([]);
      // A few mistakes in computing: those in checking take more snapshots than these to show.
      const tried = (side: typeof TYPESCRIPT_MUTANTS) => (SOAK ? side : few(side.filter(({ what }) => COMPUTING.includes(what))));
      const [typescript, pythons] = [tried(TYPESCRIPT_MUTANTS), tried(PYTHON_MUTANTS)];
      const verdicts = await killMutants(python, agreed, undefined, typescript, pythons);
      expect(verdicts).toHaveLength(typescript.length + pythons.length);
      expect(verdicts.length).toBeGreaterThanOrEqual(12);
      expect(verdicts.filter(({ survives }) => survives)).toEqual([]);
    },
    sized(120_000, 3_600_000),
  );

  it('at least fifty mistakes of each side are at hand, each named once, and each can be planted', () => {
    const root = new URL('../', import.meta.url);
    for (const mutant of [...TYPESCRIPT_MUTANTS, ...PYTHON_MUTANTS])
      expect(planted(readFileSync(new URL(mutant.file, root), 'utf8'), mutant), mutant.what).not.toHaveProperty('fault');
    for (const side of [TYPESCRIPT_MUTANTS, PYTHON_MUTANTS]) {
      expect(side.length).toBeGreaterThanOrEqual(50);
      expect(new Set(side.map(({ file, find, replace }) => JSON.stringify([file, find, replace]))).size).toBe(side.length);
    }
  });
});

const COMPUTING = [
  'yes is no',
  'the difference is turned round',
  'above takes its edge',
  'worst is the least',
  'the minimum itself is too few',
  'rescale and keep are changed over',
  'nothing is rescaled',
  'dense ranks have gaps',
  'from does not take its edge',
  'zero and full are changed over',
  'choose takes the other part',
];

describe('[F78] the second implementation', () => {
  const folder = new URL('../verify/worked/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const named = (below: string) =>
    readdirSync(new URL(below, folder))
      .filter((name) => name.endsWith('.snapshot.json'))
      .map((name) => below + name.replace('.snapshot.json', ''));

  it('gives every worked result and every list of faults', async (ctx) => {
    if (python === undefined) return ctx.skip(NO_PYTHON);
    const side = new PythonSide(python);
    try {
      for (const name of [...named(''), ...named('faults/')]) {
        await side.send([read(`${name}.snapshot.json`).replaceAll('\n', ' ')]);
        const expected = JSON.parse(read(`${name}.${name.startsWith('faults/') ? 'faults' : 'result'}.json`)) as Json;
        expect(settled(await side.next()), name).toEqual(settled(Array.isArray(expected) ? { faults: expected } : expected));
      }
    } finally {
      side.end();
    }
  });
});
