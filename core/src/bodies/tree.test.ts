import { describe, expect, it } from 'vitest';
import type { Raw } from '../reading/raw.ts';
import { readBodies } from './index.ts';

const body = (id: string, kind: string, more: Record<string, Raw> = {}): Raw => ({
  id,
  kind,
  names: [{ full: `Đơn vị Minh họa ${id}`, short: id, sort: id }],
  ...more,
});
const under = (id: string, from?: string, to?: string): Raw => ({ id, from: from ?? null, to: to ?? null });
const read = (...bodies: Raw[]) => readBodies({ format: 'parindex-bodies/1', bodies });
const faultsOf = (...bodies: Raw[]) => read(...bodies).faults?.list.map(({ code, path }) => `${code} ${path}`);

describe('[F48] a tree of bodies', () => {
  it('has five kinds, each under what stands above it', () => {
    const { registry } = read(
      body('tinh-minh-hoa-01', 'province'),
      body('so-minh-hoa-a', 'department', { parents: [under('tinh-minh-hoa-01')] }),
      body('phong-minh-hoa-a1', 'division', { parents: [under('so-minh-hoa-a')] }),
      body('xa-minh-hoa-1', 'commune', { parents: [under('tinh-minh-hoa-01')] }),
      body('bo-minh-hoa', 'ministry'),
    );
    expect(registry?.bodies.map(({ kind }) => kind)).toEqual(['province', 'department', 'division', 'commune', 'ministry']);
  });

  it('is refused where a parent is unknown, or is not there as long as its child', () => {
    expect(
      faultsOf(
        body('tinh-minh-hoa-01', 'province', { closed: '2025-06-30' }),
        body('tinh-minh-hoa-02', 'province', { opened: '2025-07-01' }),
        body('so-a', 'department', { parents: [under('khong-co')] }),
        body('so-b', 'department', { parents: [under('tinh-minh-hoa-01')] }),
        body('so-c', 'department', { parents: [under('tinh-minh-hoa-01', undefined, '2025-06-30'), under('tinh-minh-hoa-02', '2025-07-01')] }),
        body('so-d', 'department', { parents: [under('tinh-minh-hoa-02', '2025-06-30')] }),
        body('so-e', 'department', { closed: '2025-06-30', parents: [under('tinh-minh-hoa-01')] }),
      ),
    ).toEqual(['unknownId /bodies/2/parents/0/id', 'outOfRange /bodies/3/parents/0/id', 'outOfRange /bodies/5/parents/0/id']);
  });

  it('may turn around from day to day, but on no day does a body stand above itself', () => {
    const turning = (end: string) => [
      body('so-a', 'department', { parents: [under('so-b', '2024-01-01', end)] }),
      body('so-b', 'department', { parents: [under('so-a', '2025-01-01')] }),
    ];
    expect(faultsOf(...turning('2024-12-31'))).toBeUndefined();
    expect(faultsOf(...turning('2025-01-01'))).toEqual(['cycle /bodies/0/parents/0/id', 'cycle /bodies/1/parents/0/id']);
    expect(faultsOf(body('so-a', 'department', { parents: [under('so-a')] }))).toEqual(['cycle /bodies/0/parents/0/id']);
  });

  it('tells of a circle the bodies that stand in it, not those that hang on it', () => {
    expect(
      faultsOf(
        body('a', 'department', { parents: [under('b')] }),
        body('b', 'department', { parents: [under('c')] }),
        body('c', 'department', { parents: [under('b')] }),
      ),
    ).toEqual(['cycle /bodies/1/parents/0/id', 'cycle /bodies/2/parents/0/id']);
  });

  it('carries a code once in a kind under one parent on a day, and again under another', () => {
    const commune = (id: string, parent: string, from?: string) => body(id, 'commune', { codes: [{ code: '00001' }], parents: [under(parent, from)] });
    const provinces = [body('tinh-minh-hoa-01', 'province'), body('tinh-minh-hoa-02', 'province')];
    expect(faultsOf(...provinces, commune('xa-a', 'tinh-minh-hoa-01'), commune('xa-b', 'tinh-minh-hoa-02'))).toBeUndefined();
    expect(faultsOf(...provinces, commune('xa-a', 'tinh-minh-hoa-01'), commune('xa-b', 'tinh-minh-hoa-01'))).toEqual(['duplicateId /bodies/3/codes/0/code']);
    const moved = body('xa-b', 'commune', {
      codes: [{ code: '00001' }],
      parents: [under('tinh-minh-hoa-02', undefined, '2024-12-31'), under('tinh-minh-hoa-01', '2025-01-01')],
    });
    const leaves = (last: string) => body('xa-a', 'commune', { closed: last, codes: [{ code: '00001' }], parents: [under('tinh-minh-hoa-01')] });
    expect(faultsOf(...provinces, leaves('2024-12-31'), moved)).toBeUndefined();
    expect(faultsOf(...provinces, leaves('2025-01-01'), moved)).toEqual(['duplicateId /bodies/3/codes/0/code']);
  });

  it('[F52] has blocks by date, refused where they overlap', () => {
    const blocks = (from: string) =>
      body('so-a', 'department', {
        blocks: [
          { name: 'Khối 1', to: '2023-12-31' },
          { name: 'Khối 2', from },
        ],
      });
    expect(faultsOf(blocks('2024-01-01'))).toBeUndefined();
    expect(faultsOf(blocks('2023-12-31'))).toEqual(['outOfRange /bodies/0/blocks/1/from']);
  });

  it('[F50] tells a passing at both ends alike, and in no circle', () => {
    const decision = (number: string): Raw => ({ number, date: '2025-01-15' });
    const [closed, opened] = ['2025-06-30', '2025-07-01'];
    const pair = (before: Raw, after: Raw) => [
      body('so-a', 'department', { closed, successors: [before] }),
      body('so-b', 'department', { opened, predecessors: [after] }),
    ];
    expect(faultsOf(...pair({ id: 'so-b', decision: decision('01/MH') }, { id: 'so-a' }))).toBeUndefined();
    expect(faultsOf(...pair({ id: 'so-b', decision: decision('01/MH') }, { id: 'so-a', decision: decision('02/MH') }))).toEqual([
      'outOfRange /bodies/1/predecessors/0/decision/number',
    ]);
    expect(
      faultsOf(
        body('so-a', 'department', { successors: [{ id: 'so-b' }], predecessors: [{ id: 'so-b' }] }),
        body('so-b', 'department', { successors: [{ id: 'so-a' }], predecessors: [{ id: 'so-a' }] }),
      ),
    ).toEqual(['cycle /bodies/0/predecessors/0/id', 'cycle /bodies/1/predecessors/0/id']);
  });

  it('names types that the kind does not have, over-long names and days out of all time', () => {
    const named = { full: 'x'.repeat(301), short: 'a', sort: 'a', type: 'ward' };
    expect(faultsOf(body('so-a', 'department', { names: [named], opened: '0001-01-01' }))).toEqual([
      'outOfRange /bodies/0/opened',
      'textTooLong /bodies/0/names/0/full',
      'unknownValue /bodies/0/names/0/type',
    ]);
  });
});
