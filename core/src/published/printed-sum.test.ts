import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as exact from '../quantity/rational.ts';
import { readJson } from '../reading/json.ts';
import { NumberToken, type Raw, type RawObject } from '../reading/raw.ts';
import { canBeSum, possibleSums } from './printed-sum.ts';

const cases = (readJson(readFileSync(new URL('../../../data/published/cases.json', import.meta.url), 'utf8')).value as RawObject)['cases'] as RawObject[];
const ninhThuan = cases.find(({ name }) => name === 'Ninh Thuận 2022') as RawObject;
const written = (raw: Raw | undefined) => (raw instanceof NumberToken ? raw.text : '');
const parts = Object.values(ninhThuan['parts'] as RawObject).map((part) => written((part as Raw[])[0]));
const published = written((ninhThuan['published'] as RawObject)['index']);

describe('[F14] Ninh Thuận 2022: rounded last', () => {
  it('prints parts that add up to a hundredth more than the total', () => {
    expect(parts).toEqual(['54.2', '8.23', '18.05', '5.31']);
    expect(exact.toDecimal(exact.sum(parts.map(exact.fromText)), 2, 'halfUp')).toBe('85.79');
    expect(published).toBe('85.78');
  });

  it('has unrounded parts, each printed as it is, whose sum rounds to the printed total', () => {
    const { from, before } = possibleSums(parts);
    expect([from, before].map(exact.toFraction)).toEqual(['8577/100', '8581/100']);
    const lowered = parts.map((part) => exact.subtract(exact.fromText(part), exact.fromText('0.003')));
    expect(lowered.map((part) => exact.toDecimal(part, 2, 'halfUp'))).toEqual(['54.20', '8.23', '18.05', '5.31']);
    expect(exact.toDecimal(exact.sum(lowered), 2, 'halfUp')).toBe(published);
    expect(canBeSum(published, parts)).toBe(true);
  });

  it.each([
    ['85.76', false],
    ['85.77', true],
    ['85.79', true],
    ['85.81', true],
    ['85.82', false],
  ])('could %s be the total: %s, as the tolerance of four parts is 0.025', (total, possible) => {
    expect(canBeSum(total, parts)).toBe(possible);
    const difference = exact.absolute(exact.subtract(exact.fromText(total), exact.sum(parts.map(exact.fromText))));
    expect(exact.compare(difference, exact.fromText('0.025')) < 0).toBe(possible);
  });
});

describe('canBeSum', () => {
  it('leaves a single part no room: it is printed as it is', () => {
    expect(canBeSum('1.50', ['1.50'])).toBe(true);
    expect(canBeSum('1.51', ['1.50'])).toBe(false);
  });
});
