import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBodies } from '../bodies/index.ts';
import type { BodyRegistry } from '../bodies/types.ts';
import { computeIndex } from '../compute-index.ts';
import * as exact from '../quantity/rational.ts';
import { readJson } from '../reading/json.ts';
import type { NumberToken, Raw, RawObject } from '../reading/raw.ts';
import { readYaml } from '../reading/yaml.ts';
import type { BodyResult, Result } from '../scoring/result.ts';
import { canBeSum, type MinistryTable, ministriesSnapshot, type PublishedMean, readCsv, readHistory, readMeans, readMinistries } from './index.ts';

const stored = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const registry = readBodies(readJson(stored('data/bodies.json')).value).registry as BodyRegistry;
const rows = readCsv(stored('data/published/ministries-2023.csv')).value as Raw[];
const table = readMinistries(rows, registry).table as MinistryTable;
const scheme = readYaml(stored('schemes/ministry-2023/scheme.yaml')).value;

describe('[F70] the ministries of 2023, computed from their printed parts', () => {
  const { result, faults } = computeIndex(ministriesSnapshot(table, scheme));
  const computed = new Map((result as Result).bodies.map((body) => [body.id, body]));
  const of = (id: string) => computed.get(id) as BodyResult;

  it('are seventeen, without a fault', () => {
    expect(faults?.list).toBeUndefined();
    expect(table.ministries).toHaveLength(17);
    expect(result?.summary.all.count).toBe(17);
  });

  it('[F14] come to the printed total within what two rounded parts and a rounded total allow', () => {
    const tolerance = exact.fromText('0.015');
    for (const { body, name, index, parts } of table.ministries) {
      const difference = exact.subtract(exact.fromFraction(of(body).index?.exact as string), exact.fromText(index));
      expect(exact.compare(exact.absolute(difference), tolerance), name).toBeLessThan(0);
      expect(canBeSum(index, [parts.APPRAISED, parts.SURVEY]), name).toBe(true);
    }
  });

  it('[F14] differ from the printed total by a hundredth in nine of seventeen, both ways', () => {
    const differences = table.ministries.map(({ body, index }) =>
      exact.toDecimal(exact.subtract(exact.fromText(of(body).index?.rounded as string), exact.fromText(index)), 2, 'halfUp'),
    );
    expect(Object.fromEntries(Object.entries(Object.groupBy(differences, (text) => text)).map(([text, all]) => [text, all?.length]))).toEqual({
      '0.00': 8,
      '0.01': 3,
      '-0.01': 6,
    });
  });

  it('[F71] stand in the printed order', () => {
    for (const { body, name, rank } of table.ministries) expect(of(body).rank, name).toBe(rank);
  });

  it('have totals whose plain mean is the published mean', () => {
    const mean = exact.divide(exact.sum(table.ministries.map(({ index }) => exact.fromText(index))), exact.integer(17));
    const published = (readMeans(readCsv(stored('data/published/aggregates.csv')).value).means as readonly PublishedMean[]).filter(
      (row) => row.level === 'ministry' && row.year === 2023,
    );
    expect(exact.toDecimal(mean, 4, 'halfUp')).toBe('84.3782');
    expect(published.map(({ index }) => index)).toEqual([exact.toDecimal(mean, 2, 'halfUp')]);
  });

  it('[F49] stand under the ids and names of that year; the two that are not ranked have no figures and are absent', () => {
    expect((result as Result).bodies.find(({ id }) => id === 'bo-giao-thong-van-tai')?.name).toBe('Bộ Giao thông vận tải');
    expect([...computed.keys()].filter((id) => registry.byId.get(id)?.ranked !== true)).toEqual([]);
    expect(computed.has('thanh-tra-chinh-phu') || computed.has('uy-ban-dan-toc')).toBe(false);
  });

  it('have the totals and ranks that the history has', () => {
    const history = readHistory(readCsv(stored('data/published/index-history.csv')).value, registry).history;
    const of2023 = history?.figures
      .filter(({ level, year }) => level === 'ministry' && year === 2023)
      .map(({ body, index, rank }) => `${body} ${index} ${rank}`);
    expect(table.ministries.map(({ body, index, rank }) => `${body} ${index} ${rank}`).toSorted()).toEqual(of2023?.toSorted());
  });
});

describe('a faulty table of ministries', () => {
  it('is refused: an unknown name, a total or part that is not there, another year', () => {
    const row = (more: RawObject): Raw => ({ year: '2023', level: 'ministry', unit_vi: 'Bộ Tư pháp', status: 'found', ...more });
    const faults = readMinistries(
      [
        row({ unit_vi: 'Bộ Minh họa', rank: '1', index_percent: '80' }),
        row({ rank: '2' }),
        row({ year: '2022', domain_code: 'SURVEY', domain_percent_or_points: '20' }),
      ],
      registry,
    ).faults;
    expect(faults?.list.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknownId /0/unit_vi',
      'missingKey /0/APPRAISED',
      'missingKey /0/SURVEY',
      'missingKey /1/index_percent',
      'missingKey /1/APPRAISED',
      'unknownValue /2/year',
    ]);
  });
});

describe('[F6] Thanh Hóa 2023: 16 of 100 points taken off the maximum', () => {
  const cases = (readJson(stored('data/published/cases.json')).value as RawObject)['cases'] as RawObject[];
  const thanhHoa = cases.find(({ name }) => String(name).startsWith('Thanh Hóa')) as RawObject;
  const written = (raw: Raw | undefined) => (raw as NumberToken).text;
  const item = (code: string, maximum: string, more: RawObject): Raw => ({ code, title: { vi: 'Phần điểm' }, maximum, rule: { kind: 'given' }, ...more });

  it('68.32 points of 84 give the published index', () => {
    const { result, faults } = computeIndex({
      format: 'parindex-snapshot/1',
      scheme: {
        format: 'parindex-scheme/1',
        id: 'thanh-hoa-2023-parts',
        title: { vi: 'Hai phần điểm' },
        status: 'illustrative',
        structure: 'partsOnly',
        domains: [
          {
            code: '1',
            title: { vi: 'Hai phần điểm' },
            criteria: [
              item('1.1', written(thanhHoa['applicable_max']), { source: 'appraised' }),
              item('1.2', '16', { source: 'survey', whenNotApplicable: 'reduceMaximum' }),
            ],
          },
        ],
      },
      round: { id: '2023', year: '2023' },
      bodies: [{ id: 'thanh-hoa-ban-dan-toc', name: 'Thanh Hóa, Ban Dân tộc' }],
      sheets: {
        'thanh-hoa-ban-dan-toc': {
          '1.1': { answer: { points: written(thanhHoa['points']) } },
          '1.2': { state: 'notApplicable', reason: 'Không điều tra được' },
        },
      },
    });
    expect(faults?.list).toBeUndefined();
    expect(result?.bodies[0]).toMatchObject({ points: '1708/25', maximum: '84/1', index: { exact: '244/3', rounded: '81.33' } });
    expect(result?.bodies[0]?.index?.rounded).toBe(written((thanhHoa['published'] as RawObject)['index_pct']));
  });
});
