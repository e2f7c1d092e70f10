import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import { comparabilityOf } from '../scheme/comparability.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { likeYears, yearOnYear } from './year-on-year.ts';

const read = (items: ReturnType<typeof item>[]): Scheme =>
  readScheme(readJson(JSON.stringify(scheme({ domains: [domain('1', items)] }))).value as Raw, new Faults()) as Scheme;
const final = (code: string, points: string, maximum: string, before: string | null) => ({
  ...{ code, state: 'scored' as const, points, maximum, before },
  next: null,
});

describe('[F75] a final result beside the year before', () => {
  const before = read([item('1.1', { maximum: 2, rule: { kind: 'yesNo', yes: 2 } }), item('1.2', { maximum: 1, rule: { kind: 'yesNo', yes: 1 } })]);
  const now = read([item('1.1', { maximum: 2, rule: { kind: 'yesNo', yes: 2 } }), item('1.2', { maximum: 4, rule: { kind: 'yesNo', yes: 4 } })]);
  const prepared = prepareScheme(now);

  it('in points of a hundred of the maximum of each year; summed over what can be compared without reserve alone', () => {
    const compared = yearOnYear(prepared, [final('1.1', '1/1', '2/1', '2/1'), final('1.2', '4/1', '4/1', '1/2')], comparabilityOf(now, before));
    expect(compared.map(({ code, flag, before: was, change }) => [code, flag, was?.maximum, change?.exact])).toEqual([
      ['1.1', 'comparable', '2/1', '-50/1'],
      ['1.2', 'partly', '1/1', '50/1'],
    ]);
    expect(likeYears(prepared, compared)).toMatchObject({ items: 1, now: { exact: '50/1' }, before: { exact: '100/1' }, change: { exact: '-50/1' } });
  });

  it('says nothing where nothing of the year before is known, or an item did not count', () => {
    const compared = yearOnYear(prepared, [final('1.1', '1/1', '2/1', null), final('1.2', '0/1', '0/1', '1/2')], comparabilityOf(now, before));
    expect(compared.map(({ change }) => change)).toEqual([null, null]);
    expect(likeYears(prepared, compared)).toBeNull();
  });
});
