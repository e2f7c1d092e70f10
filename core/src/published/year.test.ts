import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBodies } from '../bodies/index.ts';
import type { BodyRegistry } from '../bodies/types.ts';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import {
  isInGroup,
  layoutOf,
  newestWholeYear,
  type PublishedGroup,
  type PublishedHistory,
  publishedYear,
  readCsv,
  readGroups,
  readHistory,
  readTiles,
  type TileLayout,
  yearsOf,
} from './index.ts';

const stored = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');
const registry = readBodies(readJson(stored('bodies.json')).value).registry as BodyRegistry;
const history = readHistory(readCsv(stored('published/index-history.csv')).value as Raw[], registry).history as PublishedHistory;
const tiles = readJson(stored('province-tiles.json')).value;
const layouts = readTiles(tiles, registry).layouts as readonly TileLayout[];

describe('one year as published', () => {
  it('[F71] has the ranked ones by rank and the others behind them, none left out', () => {
    const year = publishedYear(history, registry, 'province', 2023);
    expect([year.known, year.possible, year.rows.length]).toEqual([15, 63, 63]);
    expect(year.rows.slice(0, 4).map(({ name, figure }) => [name.short, figure?.rank])).toEqual([
      ['Quảng Ninh', 1],
      ['Hải Phòng', 2],
      ['Hà Nội', 3],
      ['Bắc Giang', 4],
    ]);
    expect(year.rows.find(({ body }) => body.id === 'hue')?.name.full).toBe('Tỉnh Thừa Thiên Huế');
    expect(year.rows.slice(15).every(({ state }) => state === 'noFigure')).toBe(true);
  });

  it('knows that only the ministries of 2023 are whole, and that the provinces of 2025 are others', () => {
    const ministries = yearsOf(history, registry, 'ministry').map((year) => publishedYear(history, registry, 'ministry', year));
    expect(newestWholeYear(ministries)).toMatchObject({ year: 2023, known: 17, possible: 17 });
    const provinces = yearsOf(history, registry, 'province').map((year) => publishedYear(history, registry, 'province', year));
    expect(newestWholeYear(provinces)).toBeUndefined();
    expect(provinces.at(-1)).toMatchObject({ year: 2025, known: 0, possible: 34 });
  });

  it('tells the change from the year before in points and places, and none where one of the two is missing', () => {
    const changeOf = (year: number, id: string) => publishedYear(history, registry, 'province', year).rows.find(({ body }) => body.id === id)?.change;
    expect(changeOf(2024, 'hai-phong')).toEqual({ points: '4.30', places: 1 });
    expect(changeOf(2024, 'binh-thuan')).toEqual({ points: '6.39', places: undefined });
    expect(changeOf(2024, 'khanh-hoa')).toBeUndefined();
  });
});

describe('published groups', () => {
  const groupRows = readCsv(stored('published/groups.csv')).value as Raw[];
  const groups = readGroups(groupRows, registry).groups as readonly PublishedGroup[];

  it('hold every province of their year, and never fewer than are known one by one', () => {
    expect(readGroups(groupRows, registry).faults?.list).toBeUndefined();
    expect(groups.filter(({ year }) => year === 2024).map(({ group, count }) => [group, count])).toEqual([
      ['A', 13],
      ['B', 50],
    ]);
    for (const group of groups) {
      const known = publishedYear(history, registry, group.level, group.year).rows.filter(({ figure }) => figure && isInGroup(group, figure));
      expect(known.length).toBeLessThanOrEqual(group.count);
    }
  });

  it('are refused where they do not add up', () => {
    expect(readGroups(groupRows.slice(0, -1), registry).faults?.list.map(({ code, path }) => `${code} ${path}`)).toEqual(['outOfRange /7/count']);
  });
});

describe('[F81] the map of tiles', () => {
  it('has a place for each province of its time, and both archipelagos', () => {
    expect(readTiles(tiles, registry).faults?.list).toBeUndefined();
    expect(layoutOf(layouts, registry, '2012-12-31')).toBe(layouts[0]);
    expect(layoutOf(layouts, registry, '2025-12-31')).toBe(layouts[1]);
    for (const layout of layouts) {
      expect(layout.islands.map(({ name }) => name)).toEqual(['Hoàng Sa', 'Trường Sa']);
      expect(Math.max(...[...layout.tiles, ...layout.islands].map(({ column }) => column))).toBeLessThanOrEqual(8);
    }
  });

  it('is refused with a province left out, put in twice, on a taken place or from another time', () => {
    const faulty = (change: (text: string) => string) =>
      readTiles(readJson(change(stored('province-tiles.json'))).value, registry).faults?.list.map(({ code, path }) => `${code} ${path}`);
    expect(faulty((text) => text.replace(/ +\{"body": "ha-giang".*\n/, ''))).toEqual(['missingKey /layouts/0/tiles']);
    expect(faulty((text) => text.replace('"body": "ha-giang", "column": 4, "row": 1', '"body": "ha-giang", "column": 5, "row": 1'))).toEqual([
      'duplicateId /layouts/0/tiles/1',
    ]);
    expect(faulty((text) => text.replace('"body": "ha-giang"', '"body": "tuyen-quang-2025"'))).toEqual([
      'unknownId /layouts/0/tiles/0/body',
      'missingKey /layouts/0/tiles',
    ]);
  });
});
