import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Example, examplesOf, outcomeOf } from '../testing/examples.ts';
import { RULE_KINDS } from './registry.ts';

const KINDS = new URL('./kinds/', import.meta.url);
const files = [...readdirSync(KINDS).map((name) => new URL(name, KINDS)), new URL('./branch.examples.yaml', import.meta.url)].filter(({ pathname }) =>
  pathname.endsWith('.examples.yaml'),
);

const tell = ({ expected }: Example) => ('faults' in expected ? 'bị từ chối' : `${expected.state}, ${expected.points} điểm`);

describe('[F12] every rule kind has examples that anyone can read', () => {
  const kinds = new Set<string>();
  for (const file of files) {
    describe(basename(file.pathname), () => {
      for (const example of examplesOf(readFileSync(file, 'utf8'))) {
        if (example.kind) kinds.add(example.kind);
        it(`${example.situation} — ${example.why} → ${tell(example)}`, () => {
          expect(outcomeOf(example)).toEqual(example.expected);
        });
      }
    });
  }
  it('the set is closed: examples of just the kinds that there are', () => {
    expect([...kinds].filter((kind) => !kind.startsWith('?')).sort()).toEqual([...RULE_KINDS].sort());
  });
});
