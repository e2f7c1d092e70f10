import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examplesOf, outcomeOf } from '../testing/examples.ts';

describe('[F17] [F6] zero, missing, refused and not applicable are four different things', () => {
  for (const example of examplesOf(readFileSync(new URL('../testing/states.examples.yaml', import.meta.url), 'utf8'))) {
    it(`${example.situation} — ${example.why}`, () => {
      expect(outcomeOf(example)).toEqual(example.expected);
    });
  }
});
