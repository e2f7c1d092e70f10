import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodiesOn, codeOn, predecessorsOf, readBodies } from '../bodies/index.ts';
import type { BodyRegistry, RegisteredBody } from '../bodies/types.ts';
import { compare, fromText } from '../quantity/rational.ts';
import { readJson } from '../reading/json.ts';
import type { Raw } from '../reading/raw.ts';
import { coverageOf, type PublishedFigure, type PublishedHistory, readCsv, readHistory, seriesOf } from './index.ts';
import { LEVELS } from './types.ts';

const stored = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');
const registry = readBodies(readJson(stored('bodies.json')).value).registry as BodyRegistry;
const rows = readCsv(stored('published/index-history.csv')).value as Raw[];
const history = readHistory(rows, registry).history as PublishedHistory;
const body = (id: string) => registry.byId.get(id) as RegisteredBody;
const figuresIn = (id: string): PublishedFigure[] => seriesOf(history, body(id)).flatMap((entry) => ('figures' in entry ? entry.figures : []));

describe('the stored history', () => {
  it('reads without a fault: every row stands under a body of bodies.json that was there and was called so', () => {
    expect(readHistory(rows, registry).faults?.list).toBeUndefined();
    expect(history.figures).toHaveLength(rows.length);
  });

  it('keeps each index as it was printed', () => {
    const index = (id: string, year: number) => figuresIn(id).find((figure) => figure.year === year)?.index;
    expect(index('bo-tai-chinh', 2018)).toBe('90');
    expect(index('bo-y-te', 2017)).toBe('72.40');
    expect(index('da-nang', 2018)).toBe('83.7');
  });

  it('[F71] tells ranks that were reckoned from ranks that were printed', () => {
    const derived = history.figures.filter(({ rankDerived }) => rankDerived).map(({ year, body: id, rank }) => `${year} ${id} ${rank}`);
    expect(derived).toHaveLength(17);
    expect(derived).toEqual(expect.arrayContaining(['2012 bo-y-te 19', '2018 bo-xay-dung 15', '2021 ba-ria-vung-tau 16', '2023 son-la 13', '2024 ha-noi 3']));
    for (const { status, rank, rankDerived, note } of history.figures) {
      if (rank === undefined) expect(rankDerived).toBe(false);
      else if (status === 'derived' || /rank (inferred|derived|read)|at the bottom/.test(note ?? '')) expect(rankDerived).toBe(true);
      else expect(rankDerived).toBe(false);
    }
  });
});

describe('[F71] ranks and indices as published', () => {
  it('never rank a lower index above a higher one, and share a printed index only where ranks are exact', () => {
    const equal: string[][] = [];
    for (const level of LEVELS) {
      for (const year of history.years) {
        const ranked = history.figures
          .filter((figure) => figure.level === level && figure.year === year && figure.rank !== undefined)
          .toSorted((a, b) => Number(a.rank) - Number(b.rank));
        ranked.slice(1).forEach((lower, position) => {
          const higher = ranked[position] as PublishedFigure;
          const order = compare(fromText(higher.index), fromText(lower.index));
          expect(order, `${year} ${higher.body} ${lower.body}`).toBeGreaterThanOrEqual(0);
          if (order === 0) equal.push([higher, lower].map((figure) => `${figure.year} ${figure.body} ${figure.rank}`));
        });
      }
    }
    expect(equal).toEqual([['2021 son-la 15', '2021 ba-ria-vung-tau 16']]);
  });

  it('put two provinces in class A (90 and more) in 2022, and the third below', () => {
    const of2022 = history.figures.filter(({ level, year }) => level === 'province' && year === 2022);
    const inA = of2022.filter(({ index }) => compare(fromText(index), fromText('90')) >= 0);
    expect(inA.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(of2022.find(({ rank }) => rank === 3)?.index).toBe('89.58');
  });
});

describe('[F75] the series of a body', () => {
  it('says of every year whether there is a figure; a missing one is neither zero nor in between', () => {
    for (const one of registry.bodies) {
      const series = seriesOf(history, one);
      expect(series.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]);
      const own = history.figures.filter((figure) => figure.body === one.id);
      expect(series.flatMap((entry) => ('figures' in entry ? entry.figures : [])).toSorted((a, b) => a.year - b.year)).toEqual(
        own.toSorted((a, b) => a.year - b.year),
      );
    }
    expect(seriesOf(history, body('lao-cai')).filter(({ state }) => state !== 'noFigure')).toMatchObject([{ year: 2021 }]);
    expect(seriesOf(history, body('lao-cai'))[0]).toEqual({ year: 2012, state: 'noFigure' });
    expect(history.figures.filter(({ index }) => compare(fromText(index), fromText('0')) === 0)).toEqual([]);
  });

  it('marks a year in which sources disagree', () => {
    expect(seriesOf(history, body('da-nang'))[0]).toMatchObject({
      year: 2012,
      state: 'conflict',
      figures: [{ index: '87.14', rival: '87.12' }],
    });
  });

  it('keeps what another source prints, and marks each such year', () => {
    const rivals = history.figures.filter(({ rival }) => rival !== undefined);
    expect(rivals.map(({ body: id, year, index, rival }) => `${id} ${year}: ${index} ${rival}`)).toEqual([
      'da-nang 2012: 87.14 87.12',
      'quang-ninh 2018: 89.06 89.6',
      'hai-phong 2023: 91.87 91.81',
      'hoa-binh 2023: 86.76 86.89',
      'ha-noi 2024: 92.75 92.57',
    ]);
    for (const { body: id, year } of rivals) expect(seriesOf(history, body(id)).find((entry) => entry.year === year)?.state).toBe('conflict');
  });

  it('[F50] holds nothing of predecessors: a province of 2025 has no figure and could have none before', () => {
    for (const province of bodiesOn(registry, '2025-07-01', 'province').filter(({ opened }) => opened !== undefined)) {
      expect(predecessorsOf(registry, province)).not.toEqual([]);
      expect(new Set(seriesOf(history, province).map(({ state }) => state))).toEqual(new Set(['noBody']));
    }
    expect(figuresIn('da-nang').length).toBeGreaterThan(0);
    expect(figuresIn('da-nang-2025')).toEqual([]);
  });

  it('[F50] is joined by id: joined by code it would carry the figures of another province in seven cases', () => {
    const heldBefore = (code: string) => bodiesOn(registry, '2024-12-31', 'province').find((one) => codeOn(one, '2024-12-31') === code);
    const strangers = bodiesOn(registry, '2025-07-01', 'province').filter((now) => {
      const before = heldBefore(codeOn(now, '2025-07-01') as string) as RegisteredBody;
      return before.names[0]?.sort !== now.names[0]?.sort && before.id !== now.id;
    });
    expect(strangers.map(({ id }) => id).toSorted()).toEqual(registry.codesThatChangedHands.map(({ after }) => after).toSorted());
    expect(figuresIn((heldBefore(codeOn(body('bac-ninh-2025'), '2025-07-01') as string) as RegisteredBody).id)).toMatchObject([
      { body: 'bac-giang', year: 2023, index: '91.16' },
    ]);
    expect(figuresIn('bac-ninh-2025')).toEqual([]);
  });
});

describe('coverage', () => {
  it('counts body-years with a figure against all body-years, provinces', () => {
    expect(coverageOf(history, registry, 'province')).toEqual({
      level: 'province',
      figures: 92,
      possible: 63 * 13,
      bodies: 63,
      years: 13,
      rows: 92,
      severalRows: [],
    });
  });

  it('counts ministries that are assessed', () => {
    expect(coverageOf(history, registry, 'ministry')).toEqual({
      level: 'ministry',
      figures: 67,
      possible: 19 * 13,
      bodies: 19,
      years: 13,
      rows: 67,
      severalRows: [],
    });
  });
});

describe('invented rows', () => {
  const invented = readBodies({
    format: 'parindex-bodies/1',
    provinces: ['01', '02'].map((number) => ({
      id: `minh-hoa-${number}`,
      kind: 'province',
      closed: number === '02' ? '2022-06-30' : null,
      names: [{ full: `Tỉnh Minh họa ${number}`, short: `Minh họa ${number}`, sort: `Minh họa ${number}` }],
    })),
    ministries: [],
  }).registry as BodyRegistry;
  const HEAD = 'year,level,body,unit_vi,index_percent,rank,rank_status,status,note,source,source_url\n';
  const read = (...lines: string[]) => readHistory(readCsv(HEAD + lines.join('\n')).value, invented);
  const faultsOf = (...lines: string[]) => read(...lines).faults?.list.map(({ code, path }) => `${code} ${path}`);

  it('keep two sources of one body-year side by side, marked where they differ, counted once', () => {
    const made = read(
      '2021,province,minh-hoa-01,Minh họa 01,80.10,,,found,,a.example,',
      '2021,province,minh-hoa-01,Minh họa 01,80.1,,,found,,b.example,',
      '2023,province,minh-hoa-01,Minh họa 01,81,1,found,found,,a.example,',
      '2023,province,minh-hoa-01,Minh họa 01,81.02,1,found,found,,b.example,',
    ).history as PublishedHistory;
    const one = invented.byId.get('minh-hoa-01') as RegisteredBody;
    expect(seriesOf(made, one)).toMatchObject([
      { year: 2021, state: 'published', figures: [{ index: '80.10' }, { index: '80.1' }] },
      { year: 2022, state: 'noFigure' },
      { year: 2023, state: 'conflict', figures: [{ index: '81' }, { index: '81.02' }] },
    ]);
    expect(coverageOf(made, invented, 'province')).toEqual({
      level: 'province',
      figures: 2,
      possible: 4,
      bodies: 2,
      years: 3,
      rows: 4,
      severalRows: [
        { body: 'minh-hoa-01', year: 2021 },
        { body: 'minh-hoa-01', year: 2023 },
      ],
    });
  });

  it('are refused with all their faults at once', () => {
    expect(
      faultsOf(
        '2021,ministry,minh-hoa-01,Minh họa 02,100.01,,,found,,a.example,',
        '2022,province,minh-hoa-02,Minh họa 02,,0,found,guessed,,a.example,',
        '2021,province,minh-hoa-03,Minh họa 03,8O,3,,found,,,',
        '2021,province,minh-hoa-01,Minh họa 01,80,,derived,found,,a.example,',
      ),
    ).toEqual([
      'outOfRange /0/index_percent',
      'unknownValue /1/status',
      'missingKey /1/index_percent',
      'outOfRange /1/rank',
      'notANumber /2/index_percent',
      'missingKey /2/source',
      'unknownValue /0/level',
      'unknownValue /0/unit_vi',
      'outOfRange /1/year',
      'unknownId /2/body',
      'missingKey /2/rank_status',
      'notAllowedHere /3/rank_status',
    ]);
    const same = '2021,province,minh-hoa-01,Minh họa 01,80.10,,,found,,a.example,';
    expect(faultsOf(same, same)).toEqual(['duplicateId /1/body']);
  });
});
