import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '../reading/json.ts';
import { readBodies, searchBodies } from './index.ts';
import type { BodyRegistry } from './types.ts';

const registry = readBodies(readJson(readFileSync(new URL('../../../data/bodies.json', import.meta.url), 'utf8')).value).registry as BodyRegistry;
const idsFor = (query: string) => searchBodies(registry, query).map(({ body }) => body.id);

describe('[F49] searching bodies', () => {
  it('finds a body by a name that it had before', () => {
    const [hue, ...others] = searchBodies(registry, 'thua thien');
    expect(others).toEqual([]);
    expect(hue?.body.id).toBe('hue');
    expect(hue?.found.full).toBe('Tỉnh Thừa Thiên Huế');
    expect(hue?.name.full).toBe('Thành phố Huế');
    expect(hue?.became).toEqual([]);
  });

  it.each(['Hoà Bình', 'Hòa Bình', 'hoa binh', 'HÒA BÌNH', 'tinh hoa binh', '  hòa   bình '])('finds Hòa Bình for %s', (query) =>
    expect(idsFor(query)).toEqual(['hoa-binh']),
  );

  it.each([
    ['hcm', 'ho-chi-minh'],
    ['TPHCM', 'ho-chi-minh'],
    ['tp. hcm', 'ho-chi-minh'],
    ['hn', 'ha-noi'],
    ['BNV', 'bo-noi-vu'],
  ])('finds by an abbreviation as people type it: %s', (query, id) => expect(idsFor(query).map((found) => found.replace(/-\d{4}$/, ''))).toContain(id));

  it('an abbreviation fits as a whole only', () => expect(idsFor('hc')).toEqual([]));

  it('finds by the beginning of any word: names that begin so first, then bodies that still exist', () => {
    expect(idsFor('Hoà')).toEqual(['hoa-binh', 'thanh-hoa', 'khanh-hoa-2025', 'bo-van-hoa-the-thao-va-du-lich', 'khanh-hoa', 'bo-ke-hoach-va-dau-tu']);
  });

  it('tells what a closed body became and when', () => {
    const [found, ...others] = searchBodies(registry, 'Bình Dương');
    expect(others).toEqual([]);
    expect(found?.body).toMatchObject({ id: 'binh-duong', closed: '2025-06-30' });
    expect(found?.became).toMatchObject([{ body: { id: 'ho-chi-minh-2025' }, on: '2025-07-01' }]);
    expect(found?.became[0]?.body.names.at(-1)?.full).toBe('Thành phố Hồ Chí Minh');
  });

  it('keeps namesakes apart: the province of now, then the one that ended', () => {
    expect(idsFor('Đà Nẵng')).toEqual(['da-nang-2025', 'da-nang']);
    expect(idsFor('bac ninh')).toEqual(['bac-ninh-2025', 'bac-ninh']);
  });

  it('finds ministries, closed ones too', () => {
    expect(idsFor('giao thong')).toEqual(['bo-giao-thong-van-tai']);
    expect(idsFor('Bộ Y tế')).toEqual(['bo-y-te']);
  });

  it('finds nothing for nothing', () => {
    expect(idsFor('')).toEqual([]);
    expect(idsFor(' – ')).toEqual([]);
    expect(idsFor('không có ở đâu')).toEqual([]);
  });
});
