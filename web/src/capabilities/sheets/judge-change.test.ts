import type { Cell } from '@parindex/core/ledger/cell';
import type { Changes, Target } from '@parindex/core/ledger/entry';
import { Faults } from '@parindex/core/reading/faults';
import { canonicalText } from '@parindex/core/reading/normal-form';
import type { Raw } from '@parindex/core/reading/raw';
import { readScheme } from '@parindex/core/scheme/read';
import { domain, item, scheme } from '@parindex/core/testing/small-round';
import { expect, it } from 'vitest';
import { readyRules } from '../editions/queries/edition-rules.ts';
import { judgeChange } from './judge-change.ts';

const ITEM: Target = { kind: 'item', id: '1.1' };
const levels = [
  { id: 'tot', title: { vi: 'Tốt' }, upTo: '1' },
  { id: 'kha', title: { vi: 'Khá' }, upTo: '0.5' },
  { id: 'kem', title: { vi: 'Kém' }, points: '0' },
];
const written = scheme({
  domains: [
    domain('1', [
      item('1.1', {
        rule: { kind: 'levels', levels },
        whenNotApplicable: 'reduceMaximum',
        notArisen: { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' },
      }),
    ]),
  ],
});
// As the database keeps it: read, with what it leaves out.
const rules = readyRules(canonicalText(readScheme(written as unknown as Raw, new Faults())));

/** What becomes of a change on the page, where this stands. */
const changed = (standing: Changes, wanted: Changes) => {
  const judged = judgeChange({ rules, cell: () => standing as Cell['fields'] }, ITEM, wanted, 'vi');
  return 'changes' in judged ? { ...judged.changes } : judged;
};

it('on the page as in a workbook, another level takes the points beside the old one along where it does not take them itself', () => {
  const standing = { 'answer.level': 'tot', 'answer.points': '0.4' };
  expect(changed(standing, { 'answer.level': 'kha' })).toEqual({ 'answer.level': 'kha' });
  expect(changed({ ...standing, 'answer.points': '0.8' }, { 'answer.level': 'kha' })).toEqual({ 'answer.level': 'kha', 'answer.points': null });
  expect(changed(standing, { 'answer.level': 'kem' })).toEqual({ 'answer.level': 'kem', 'answer.points': null });
  expect(changed(standing, { 'answer.level': null })).toEqual({ 'answer.level': null, 'answer.points': null });
});

it('a reason brings the state that it is for, and takes it along', () => {
  expect(changed({}, { reason: 'Không phát sinh' })).toEqual({ state: 'notApplicable', reason: 'Không phát sinh' });
  expect(changed({ state: 'notApplicable', reason: 'Không phát sinh' }, { reason: null })).toEqual({ state: null, reason: null });
});
