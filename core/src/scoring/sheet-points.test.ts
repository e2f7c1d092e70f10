import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import * as exact from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readYaml } from '../reading/yaml.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { compute, type JsonObject } from '../testing/documents.ts';
import { roundFromSeed } from '../testing/random-round.ts';
import { estimatedItems, ownItems } from './own-items.ts';
import { type PreparedScheme, prepareScheme } from './prepared.ts';
import type { ItemResult } from './result.ts';
import { type PartPoints, sheetPoints } from './sheet-points.ts';

const ALL = { notAsked: [] };
const schemeIn = (snapshot: JsonObject) => readScheme(readJson(JSON.stringify(snapshot['scheme'])).value, new Faults()) as Scheme;

/** An item as its document says it, read without the core: in whose domain it stands, and whether an estimate can reach it. */
interface Declared {
  readonly code: string;
  readonly domain: string;
  readonly group: string;
  readonly source: string;
  readonly byEstimate: boolean;
}

function declaredIn(scheme: Scheme): Declared[] {
  const kinds = new Map(scheme.groups.map(({ id, kind }) => [id, kind]));
  const items = scheme.domains.flatMap((domain) =>
    domain.criteria.flatMap((criterion) => ('subCriteria' in criterion ? criterion.subCriteria : [criterion]).map((item) => ({ domain, item }))),
  );
  const rules = new Map(items.map(({ item }) => [item.code, item]));
  const reached = (code: string): boolean => {
    const item = rules.get(code);
    const rule = JSON.stringify(item?.rule ?? {});
    const [, named] = /"on":\{"item":"([^"]*)"/.exec(rule) ?? [];
    return ['survey', 'satisfaction'].includes(item?.source ?? '') || /"estimate":|"surveyMean"/.test(rule) || (named !== undefined && reached(named));
  };
  return items.map(({ domain, item }) => ({
    code: item.code,
    domain: domain.code,
    group: kinds.get(domain.group) ?? '',
    source: item.source,
    byEstimate: reached(item.code),
  }));
}

const sum = (results: readonly ItemResult[], of: 'points' | 'maximum') => exact.toFraction(exact.sum(results.map((result) => exact.fromFraction(result[of]))));

/** What may be summed of some items, by hand. */
function expectPart(part: PartPoints, items: readonly Declared[], results: ReadonlyMap<string, ItemResult>, sealed: boolean) {
  const of = (some: readonly Declared[]) => some.flatMap(({ code }) => results.get(code) ?? []);
  const own = of(items.filter(({ byEstimate }) => !byEstimate));
  expect(part.own).toMatchObject({ points: sum(own, 'points'), maximum: sum(own, 'maximum') });
  for (const source of part.sources) {
    const some = items.filter((item) => item.source === source.source && item.byEstimate === !source.own);
    expect(source).toMatchObject({ points: sealed && !source.own ? null : sum(of(some), 'points'), maximum: sum(of(some), 'maximum') });
  }
  const shown = part.sources.filter((source) => source.own).map(({ points }) => exact.fromFraction(points ?? ''));
  expect(exact.toFraction(exact.sum(shown))).toBe(part.own.points);
}

describe('[F22] points that a body scores itself', () => {
  it('the sum shown is the sum of what may be summed, and estimates move nothing of it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, sealed) => {
        const snapshot = roundFromSeed(seed);
        const { result } = compute(snapshot);
        if (!result) return;
        const scheme = schemeIn(snapshot);
        const prepared = prepareScheme(scheme);
        const items = declaredIn(scheme);
        const unknown = compute({ ...snapshot, estimates: {} }).result;
        for (const [index, body] of result.bodies.entries()) {
          const results = new Map(body.items.map((item) => [item.code, item]));
          const points = sheetPoints(prepared, ownItems(prepared, ALL), body.items, sealed);
          expectPart(
            points,
            items.filter(({ group }) => group === 'regular'),
            results,
            sealed,
          );
          for (const domain of points.domains)
            expectPart(
              domain,
              items.filter((item) => item.domain === domain.code),
              results,
              sealed,
            );
          const own = items.filter(({ byEstimate }) => !byEstimate).flatMap(({ code }) => results.get(code) ?? []);
          const asked = own.filter(({ state }) => state !== 'notApplicable');
          expect(points.own).toMatchObject({
            asked: asked.length,
            answered: asked.filter(({ state, explanation }) => state !== 'notAnswered' || explanation.because === 'claimed').length,
          });
          const counted = points.domains.reduce((total, domain) => total + domain.own.asked, 0);
          expect(counted).toBe(asked.length);
          const other = unknown?.bodies[index];
          if (!other) continue;
          const blind = sheetPoints(prepared, ownItems(prepared, ALL), other.items, true);
          expect(blind.own).toEqual(points.own);
          expect(blind.domains.map((domain) => domain.own)).toEqual(points.domains.map((domain) => domain.own));
        }
      }),
      { numRuns: sized(60, 1_000) },
    );
  });
});

const provinces: PreparedScheme = prepareScheme(
  readScheme(readYaml(readFileSync(new URL('../../../schemes/province-2022/scheme.yaml', import.meta.url), 'utf8')).value, new Faults()) as Scheme,
);

describe('[F22] the base of a province', () => {
  it('is 68 of 100: appraised and statistics; surveys and satisfaction stand apart', () => {
    const results = provinces.items.map(
      ({ item, bounds }) => ({ code: item.code, state: 'scored', points: '0/1', maximum: exact.toFraction(bounds.maximum) }) as unknown as ItemResult,
    );
    const points = sheetPoints(provinces, ownItems(provinces, ALL), results, true);
    expect(points.own).toEqual({ points: '0/1', maximum: '68/1', asked: 74, answered: 74, claims: 0 });
    expect(points.sources.map(({ source, own, points: sealed, maximum }) => [source, own, sealed, maximum])).toEqual([
      ['appraised', true, '0/1', '123/2'],
      ['statistic', true, '0/1', '13/2'],
      ['survey', false, null, '22/1'],
      ['satisfaction', false, null, '10/1'],
    ]);
    expect(estimatedItems(provinces).size).toBe(20);
  });
});
