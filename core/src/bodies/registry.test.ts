import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import { bodiesOn, codeOn, nameOn, predecessorsOf, readBodies, regionOn, successorsOf, typeOn } from './index.ts';
import type { BodyRegistry, RegisteredBody } from './types.ts';

const stored = readJson(readFileSync(new URL('../../../data/bodies.json', import.meta.url), 'utf8'));
const registry = readBodies(stored.value).registry as BodyRegistry;
const body = (id: string) => registry.byId.get(id) as RegisteredBody;

describe('[F49] the stored registry', () => {
  it('reads without a fault and writes no key twice', () => {
    expect(readBodies(stored.value).faults?.list).toBeUndefined();
    expect(stored.doubled).toEqual([]);
  });

  it('has 63 provinces up to 30/6/2025 and 34 from 1/7/2025', () => {
    expect(bodiesOn(registry, '2012-12-31', 'province')).toHaveLength(63);
    expect(bodiesOn(registry, '2025-06-30', 'province')).toHaveLength(63);
    expect(bodiesOn(registry, '2025-07-01', 'province')).toHaveLength(34);
  });

  it('has 17 ministries and agencies from 1/3/2025, and 17 ranked ones among the 22 of 2023', () => {
    expect(bodiesOn(registry, '2025-03-01', 'ministry')).toHaveLength(17);
    expect(bodiesOn(registry, '2023-12-31', 'ministry')).toHaveLength(22);
    expect(bodiesOn(registry, '2023-12-31', 'ministry').filter(({ ranked }) => ranked)).toHaveLength(17);
  });

  it('carries 11 provinces over the merger as the same bodies, each with one code on each day', () => {
    const before = new Set(bodiesOn(registry, '2025-06-30', 'province'));
    expect(bodiesOn(registry, '2025-07-01', 'province').filter((one) => before.has(one))).toHaveLength(11);
    for (const date of ['2024-12-31', '2025-07-01']) {
      const codes = bodiesOn(registry, date, 'province').map((one) => codeOn(one, date));
      expect(codes).not.toContain(undefined);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});

describe('[F52] a body on a day', () => {
  it('has the name, type and region of that day', () => {
    expect(nameOn(body('hue'), '2024-12-31')?.full).toBe('Tỉnh Thừa Thiên Huế');
    expect(typeOn(body('hue'), '2024-12-31')).toBe('province');
    expect(nameOn(body('hue'), '2025-01-01')?.full).toBe('Thành phố Huế');
    expect(typeOn(body('hue'), '2025-01-01')).toBe('city');
    expect(regionOn(body('hue'), '2025-06-30')).toBe('Bắc Trung Bộ và Duyên hải miền Trung');
    expect(regionOn(body('hue'), '2025-07-01')).toBe('Bắc Trung Bộ');
  });

  it('has none before it opened or after its last day', () => {
    expect(nameOn(body('binh-duong'), '2025-06-30')?.short).toBe('Bình Dương');
    expect(nameOn(body('binh-duong'), '2025-07-01')).toBeUndefined();
    expect(codeOn(body('ho-chi-minh-2025'), '2025-06-30')).toBeUndefined();
    expect(codeOn(body('ho-chi-minh-2025'), '2025-07-01')).toBe('79');
  });
});

describe('[F50] lineage', () => {
  it('tells what a province became, when and by which decision', () => {
    const [became, ...others] = successorsOf(registry, body('binh-duong'));
    expect(others).toEqual([]);
    expect(became).toMatchObject({ on: '2025-07-01', partly: false, decision: { number: 'Nghị quyết số 202/2025/QH15', date: '2025-06-12' } });
    expect(became?.body.id).toBe('ho-chi-minh-2025');
  });

  it('tells out of what a province was made', () => {
    expect(predecessorsOf(registry, body('ho-chi-minh-2025')).map((passing) => passing.body.id)).toEqual(['ho-chi-minh', 'ba-ria-vung-tau', 'binh-duong']);
  });

  it('dates a passing to a ministry older than it by the end of the one before', () => {
    expect(successorsOf(registry, body('bo-ke-hoach-va-dau-tu'))).toMatchObject([
      { body: { id: 'bo-tai-chinh' }, on: '2025-03-01', decision: { number: 'Nghị quyết số 176/2025/QH15' } },
    ]);
    expect(successorsOf(registry, body('bo-lao-dong-thuong-binh-va-xa-hoi')).map(({ body: { id }, partly }) => [id, partly])).toEqual([
      ['bo-noi-vu', false],
      ['bo-giao-duc-va-dao-tao', true],
      ['bo-y-te', true],
      ['bo-nong-nghiep-va-moi-truong', true],
    ]);
  });

  it('gives every body that is no more a successor, with day and decision', () => {
    for (const one of registry.bodies.filter(({ closed }) => closed !== undefined)) {
      const became = successorsOf(registry, one);
      expect(became, one.id).not.toEqual([]);
      for (const { decision } of became) expect(decision, one.id).toBeDefined();
    }
  });
});

describe('[F49] codes are labels', () => {
  it('passed from one province to another in seven cases in 2025, each time to a successor with another name', () => {
    expect(registry.codesThatChangedHands).toHaveLength(7);
    for (const { code, before, after } of registry.codesThatChangedHands) {
      expect(codeOn(body(before), '2025-06-30')).toBe(code);
      expect(codeOn(body(after), '2025-07-01')).toBe(code);
      expect(successorsOf(registry, body(before)).map((passing) => passing.body.id)).toEqual([after]);
      expect(nameOn(body(after), '2025-07-01')?.sort).not.toBe(nameOn(body(before), '2025-06-30')?.sort);
    }
  });
});

describe('a faulty registry', () => {
  const invented = (id: string, more: Record<string, Raw>): Raw => ({
    id,
    kind: 'province',
    names: [{ full: 'Tỉnh Minh họa 01', short: 'Minh họa 01', sort: 'Minh họa 01' }],
    ...more,
  });
  const faultsOf = (...provinces: Raw[]) =>
    readBodies({ format: 'parindex-bodies/1', provinces, ministries: [] }).faults?.list.map(({ code, path }) => `${code} ${path}`);

  it('is refused with all its faults at once', () => {
    expect(
      faultsOf(
        invented('minh-hoa-01', { opened: '2025-02-30', codes: [{ code: '01' }] }),
        invented('minh-hoa-01', { opened: '2025-07-01', closed: '2025-06-30', kind: 'ministry' }),
        invented('minh-hoa-03', { codes: [{ code: '01' }], successors: [{ id: 'minh-hoa-04' }], colour: 'red' }),
        invented('minh-hoa-05', { names: [], predecessors: [{ id: 'minh-hoa-03' }] }),
      ),
    ).toEqual([
      'wrongType /provinces/0/opened',
      'unknownKey /provinces/2/colour',
      'outOfRange /provinces/3/names',
      'unknownValue /provinces/1/kind',
      'duplicateId /provinces/1/id',
      'outOfRange /provinces/1/closed',
      'unknownId /provinces/2/successors/0/id',
      'missingKey /provinces/3/predecessors/0/id/successors',
      'duplicateId /provinces/2/codes/0/code',
    ]);
  });

  it('may hand a code over from day to day, but not have it held twice on one', () => {
    const before = (closed: string) => invented('minh-hoa-01', { closed, codes: [{ code: '01' }] });
    const after = invented('minh-hoa-02', { opened: '2025-07-01', codes: [{ code: '01' }] });
    expect(faultsOf(before('2025-06-30'), after)).toBeUndefined();
    expect(faultsOf(before('2025-07-01'), after)).toEqual(['duplicateId /provinces/1/codes/0/code']);
  });

  it('is refused where names do not run forward in time', () => {
    const name = (from: string | null) => ({ from, full: 'Tỉnh Minh họa 01', short: 'Minh họa 01', sort: 'Minh họa 01' });
    expect(faultsOf(invented('minh-hoa-01', { names: [name('2025-01-01'), name('2024-01-01'), name(null)] }))).toEqual([
      'outOfRange /provinces/0/names/1/from',
      'missingKey /provinces/0/names/2/from',
    ]);
  });
});
