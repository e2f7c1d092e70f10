import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodiesOn, readBodies, regionOn } from '../bodies/index.ts';
import type { BodyRegistry } from '../bodies/types.ts';
import * as exact from '../quantity/rational.ts';
import { readJson } from '../reading/json.ts';
import { nationalMeans, type PublishedHistory, type PublishedMean, readCsv, readHistory, readMeans, regionMeans } from './index.ts';

const stored = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');
const registry = readBodies(readJson(stored('bodies.json')).value).registry as BodyRegistry;
const history = readHistory(readCsv(stored('published/index-history.csv')).value, registry).history as PublishedHistory;
const means = readMeans(readCsv(stored('published/aggregates.csv')).value).means as readonly PublishedMean[];
const national = (level: 'province' | 'ministry', year: number) =>
  nationalMeans(means, level, history.years).flatMap((entry) => (entry.year === year && 'figures' in entry ? entry.figures.map(({ index }) => index) : []));
const minus = (a: string, b: string) => exact.toDecimal(exact.subtract(exact.fromText(a), exact.fromText(b)), 2, 'halfUp');

describe('the means as published', () => {
  it('are read, each year of both levels said to be there or not', () => {
    expect(
      nationalMeans(means, 'province', history.years)
        .filter(({ state }) => state === 'noFigure')
        .map(({ year }) => year),
    ).toEqual([2012, 2015]);
    expect(
      nationalMeans(means, 'ministry', history.years)
        .filter(({ state }) => state === 'noFigure')
        .map(({ year }) => year),
    ).toEqual([2013, 2017, 2024]);
    expect(regionMeans(means, [2021, 2022, 2023, 2024])).toHaveLength(6);
    expect(regionMeans(means, [2021, 2022]).find(({ region }) => region === 'Tây Nguyên')?.years).toEqual([
      { year: 2021, state: 'noFigure' },
      { year: 2022, state: 'noFigure' },
    ]);
  });

  it('agree with the changes that other sources state', () => {
    expect(minus(national('province', 2021)[0] as string, national('province', 2020)[0] as string)).toBe('2.65');
    expect(minus(national('ministry', 2023)[0] as string, national('ministry', 2022)[0] as string)).toBe('0.33');
    expect(minus(national('ministry', 2020)[0] as string, national('ministry', 2012)[0] as string)).toBe('12.18');
  });

  it('lie between rank 32 and rank 33 of the provinces in 2023, as counted: 32 of 63 above', () => {
    const mean = exact.fromText(national('province', 2023)[0] as string);
    const ranked = history.figures.filter(({ level, year, rank }) => level === 'province' && year === 2023 && rank !== undefined);
    expect(ranked.find(({ rank }) => rank === 33)?.index).toBe('86.97');
    for (const { index, rank, body } of ranked) expect(exact.compare(exact.fromText(index), mean) > 0, body).toBe(Number(rank) <= 32);
  });

  it('bound no change of a province from 2023 to 2024 outside the published extremes, −2.94 and +6.39', () => {
    const of = (year: number) =>
      new Map(history.figures.filter((figure) => figure.level === 'province' && figure.year === year).map(({ body, index }) => [body, index]));
    const changes = [...of(2024)].flatMap(([body, index]) => (of(2023).has(body) ? [minus(index, of(2023).get(body) as string)] : []));
    expect(changes.toSorted((a, b) => Number(a) - Number(b))).toEqual(['1.32', '1.36', '1.42', '2.32', '4.30', '6.39']);
  });
});

describe('[F52] the means of the six regions, weighted by provinces', () => {
  /** Of the six printed means the lowest and the highest weighted mean that their unrounded values can have. */
  const weighted = (year: number) => {
    const provinces = bodiesOn(registry, `${year}-12-31`, 'province');
    const parts = regionMeans(means, [year]).map(({ region, years: [entry] }) => ({
      weight: provinces.filter((province) => regionOn(province, `${year}-12-31`) === region).length,
      index: entry && 'figures' in entry ? exact.fromText(entry.figures[0]?.index as string) : exact.zero,
    }));
    expect(exact.sum(parts.map(({ weight }) => exact.integer(weight)))).toEqual(exact.integer(63));
    const total = exact.sum(parts.map(({ weight, index }) => exact.multiply(exact.integer(weight), index)));
    return exact.divide(total, exact.integer(63));
  };
  /** Both the six and the whole are rounded: half a hundredth each. */
  const agrees = (year: number) =>
    exact.compare(exact.absolute(exact.subtract(weighted(year), exact.fromText(national('province', year)[0] as string))), exact.fromText('0.01')) < 0;

  it('give the national mean in 2023', () => {
    expect(exact.toDecimal(weighted(2023), 2, 'halfUp')).toBe('86.98');
    expect(agrees(2023)).toBe(true);
  });

  it('do not give it in 2024, where one is marked as a conflict', () => {
    expect(exact.toDecimal(weighted(2024), 2, 'halfUp')).toBe('88.36');
    expect(agrees(2024)).toBe(false);
    const conflicts = regionMeans(means, [2024]).filter(({ years: [entry] }) => entry?.state === 'conflict');
    expect(conflicts.map(({ region }) => region)).toEqual(['Bắc Trung Bộ và Duyên hải miền Trung']);
  });
});
