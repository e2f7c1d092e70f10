import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { UNTOUCHED } from '../ledger/fold.ts';
import { Faults } from '../reading/faults.ts';
import { readYaml } from '../reading/yaml.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { isEmptyPart } from './empty-part.ts';

const prepared = prepareScheme(readScheme(readYaml(readFileSync('schemes/province-2022/scheme.yaml', 'utf8')).value, new Faults()) as Scheme);
const target = { kind: 'item', id: '1.2' } as const;

it('[F33] a part of blanks and marks is empty; one with a digit, a word or a tick is not', () => {
  const isEmpty = (fields: Record<string, string | boolean | readonly string[]>) =>
    isEmptyPart(prepared, { ...UNTOUCHED, parts: new Map([['item 1.2', { target, fields, seqs: {}, standing: 'entered', seq: 1 }]]) }, target, true);
  for (const text of ['', '   ', '.', '–', '\u200B', '\u00A0']) expect(isEmpty({ justification: text })).toBe(true);
  expect(isEmpty({})).toBe(true);
  expect([isEmpty({ justification: 'Theo kế hoạch' }), isEmpty({ value: '0' }), isEmpty({ 'answer.yes': false }), isEmpty({ 'answer.checks': [] })]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
