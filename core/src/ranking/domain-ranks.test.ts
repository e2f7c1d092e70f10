import { describe, expect, it } from 'vitest';
import { computeIndex } from '../compute-index.ts';
import { Faults } from '../reading/faults.ts';
import type { Raw } from '../reading/raw.ts';
import { readScheme } from '../scheme/read.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { rankDomains } from './domain-ranks.ts';

const criterion = (code: string) => ({
  code,
  title: { vi: code },
  maximum: '10',
  source: 'appraised',
  whenNotApplicable: 'reduceMaximum',
  rule: { kind: 'given' },
});
const scheme = {
  format: 'parindex-scheme/1',
  id: 'minh-hoa',
  title: { vi: 'Hai lĩnh vực' },
  status: 'illustrative',
  domains: [
    { code: '1', title: { vi: 'Một' }, criteria: [criterion('1.1')] },
    { code: '2', title: { vi: 'Hai' }, criteria: [criterion('2.1')] },
  ],
};
const body = (number: string, more: object = {}) => ({ id: `minh-hoa-${number}`, name: `Tỉnh Minh họa ${number}`, ...more });
const sheet = (first: string, second: string | undefined) => ({
  '1.1': { answer: { points: first } },
  '2.1': second === undefined ? { state: 'notApplicable', reason: 'Không phát sinh' } : { answer: { points: second } },
});

describe('ranks by domain', () => {
  it('[F71] share ties, leave out bodies outside the ranking and those to whom nothing of the domain applies', () => {
    const snapshot = {
      format: 'parindex-snapshot/1',
      scheme,
      round: { id: '2026', year: '2026' },
      bodies: [body('01'), body('02'), body('03'), body('04', { ranked: false })],
      sheets: { 'minh-hoa-01': sheet('10', '2'), 'minh-hoa-02': sheet('10', '8'), 'minh-hoa-03': sheet('4', undefined), 'minh-hoa-04': sheet('9', '9') },
    } as unknown as Raw;
    const { result } = computeIndex(snapshot);
    const read = readScheme(scheme as unknown as Raw, new Faults());
    if (!result || !read) throw new Error('the example is sound');
    const ranks = rankDomains(result, prepareScheme(read));
    expect(Object.fromEntries(ranks.get('1') ?? [])).toEqual({ 'minh-hoa-01': 1, 'minh-hoa-02': 1, 'minh-hoa-03': 3 });
    expect(Object.fromEntries(ranks.get('2') ?? [])).toEqual({ 'minh-hoa-02': 1, 'minh-hoa-01': 2 });
  });
});
