import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Raw } from '../reading/raw.ts';
import { changesWithin, type EditionChange, readCsv, readEditionChanges } from './index.ts';

const rows = readCsv(readFileSync(new URL('../../../data/published/editions.csv', import.meta.url), 'utf8')).value as Raw[];
const editions = readEditionChanges(rows).editions as readonly EditionChange[];

describe('editions of the national scheme', () => {
  it('part a series where it goes over from one to another, and there alone', () => {
    const between = (...years: number[]) => changesWithin(editions, 'province', years).map(({ year, decision }) => `${year} ${decision}`);
    expect(between(2021, 2022)).toEqual(['2022 876/QĐ-BNV']);
    expect(between(2022, 2023)).toEqual([]);
    expect(between(2012, 2018, 2021)).toEqual([]);
    expect(between(2020, 2023, 2024)).toEqual(['2024 892/QĐ-BNV', '2022 876/QĐ-BNV']);
  });

  it('are refused where a year has two', () => {
    expect(readEditionChanges([...rows, rows[0] as Raw]).faults?.list.map(({ code, path }) => `${code} ${path}`)).toEqual(['duplicateId /4/year']);
  });
});
