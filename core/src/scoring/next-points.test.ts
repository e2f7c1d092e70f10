import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import * as exact from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import type { Scheme } from '../scheme/types.ts';
import { dataOf, readSnapshot } from '../snapshot/read.ts';
import type { BodyData } from '../snapshot/types.ts';
import { type JsonObject, rawOf } from '../testing/documents.ts';
import { roundFromSeed } from '../testing/random-round.ts';
import { BODY, declared, domain, item, scheme as schemeWith, snapshot } from '../testing/small-round.ts';
import { bodyInputs, figureTypesOf } from './body-inputs.ts';
import { type NextPoints, nextPoints } from './next-points.ts';
import { type PreparedScheme, prepareScheme } from './prepared.ts';
import type { ItemResult } from './result.ts';
import { scoreSheet } from './score-sheet.ts';

interface Case {
  readonly scheme: Scheme;
  readonly prepared: PreparedScheme;
  readonly data: BodyData;
  readonly excluded: ReadonlySet<string>;
}

/** Every body of a snapshot that can be read. */
function casesOf(json: JsonObject): Case[] {
  const faults = new Faults();
  const { snapshot: read } = readSnapshot(rawOf(json) as never, faults, undefined);
  if (!read || !faults.none) return [];
  const prepared = prepareScheme(read.scheme);
  return read.bodies.map((body) => ({
    scheme: read.scheme,
    prepared,
    data: dataOf(read, body),
    excluded: new Set(read.exclusions.flatMap((exclusion) => (exclusion.body === body.id ? [exclusion.item] : []))),
  }));
}

const score = ({ scheme, prepared, data, excluded }: Case): ItemResult[] => scoreSheet(prepared, data, figureTypesOf(scheme), excluded).result.items;
const pointsOf = (of: Case, code: string) => exact.fromFraction(score(of).find((entry) => entry.code === code)?.points ?? '');
const nextOf = ({ scheme, prepared, data }: Case, result: ItemResult) => nextPoints(prepared, result.code, bodyInputs(data, figureTypesOf(scheme)), result);

const withFigure = (of: Case, id: string, value: string): Case => ({ ...of, data: { ...of.data, figures: { ...of.data.figures, [id]: { value } } } });

/** The body as it would be had it followed the suggestion. */
function applied(of: Case, code: string, next: NextPoints): Case {
  if (next.kind === 'figure') return withFigure(of, next.figure, next.next.wanted);
  const entry = of.data.sheet?.[code] ?? {};
  const { level, points, yes, checks, ...rest } = entry.answer ?? {};
  const answer =
    next.kind === 'checks'
      ? { checks: [...(checks ?? []), ...next.add] }
      : typeof next.option === 'boolean'
        ? { yes: next.option }
        : { level: next.option, ...(next.upTo ? { points: decimal(next.points) } : {}) };
  return { ...of, data: { ...of.data, sheet: { ...of.data.sheet, [code]: { ...entry, answer: { ...rest, ...answer } } } } };
}

const decimal = (fraction: string) => exact.toDecimal(exact.fromFraction(fraction), 12, 'halfUp').replace(/\.?0+$/, '');
const less = (a: string, b: string) => decimal(exact.toFraction(exact.subtract(exact.fromText(a), exact.fromText(b))));

function expectTrue(of: Case, result: ItemResult, next: NextPoints): void {
  const told = `${result.code} ${JSON.stringify(next)}`;
  const present = exact.fromFraction(result.points);
  const reached = pointsOf(applied(of, result.code, next), result.code);
  const promised = next.kind === 'figure' ? next.next.points : next.points;
  expect(exact.toFraction(reached), told).toBe(promised);
  expect(exact.compare(reached, present), told).toBeGreaterThan(0);
  if (next.kind !== 'figure') return;
  expect(exact.compare(exact.fromText(next.next.more), exact.zero), told).toBeGreaterThan(0);
  const oneLess = withFigure(of, next.figure, less(next.next.wanted, next.unit));
  expect(exact.compare(pointsOf(oneLess, result.code), present), `${told}, one unit less`).toBeLessThanOrEqual(0);
  if (!next.full) return;
  const { maximum } = result;
  expect(exact.toFraction(pointsOf(withFigure(of, next.figure, next.full.wanted), result.code)), told).toBe(maximum);
  expect(exact.compare(pointsOf(withFigure(of, next.figure, less(next.full.wanted, next.unit)), result.code), exact.fromFraction(maximum)), told).toBeLessThan(
    0,
  );
}

/** The round with every item scored by appraisal. */
const appraised = (json: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(json).replaceAll(/"source":"(?:survey|satisfaction|statistic)"/g, '"source":"appraised"')) as JsonObject;

const figures = [
  { id: 'done', type: 'count' },
  { id: 'paid', type: 'amount' },
  { id: 'planned', type: 'count' },
  { id: 'owed', type: 'amount' },
  { id: 'lastYear', type: 'count' },
];
const oneItem = (changes: JsonObject, values: JsonObject, answer: JsonObject = {}, more: JsonObject = {}): Case => {
  const [found] = casesOf(
    snapshot(schemeWith({ figures, domains: [domain('1', [item('1.1', { maximum: '2', ...changes }), item('1.2', (more['item'] ?? {}) as JsonObject)])] }), {
      figures: { [BODY]: declared(values) },
      sheets: { [BODY]: { '1.1': { answer } } },
    }),
  );
  if (!found) throw new Error('not readable');
  return found;
};
const suggestion = (of: Case) => nextOf(of, score(of).find(({ code }) => code === '1.1') as ItemResult);
const share = { ratio: ['done', 'planned'], whenNothing: 'zero', over: 'refuse' };

describe('what the next points want', () => {
  const bands = {
    kind: 'bands',
    of: share,
    bands: [
      { from: 1, points: 2 },
      { from: '0.5', points: 1 },
    ],
    otherwise: 0,
  };

  it('the smallest rise of the figure achieved to the next band, and to the best one', () => {
    expect(suggestion(oneItem({ rule: bands }, { done: '3', planned: '9' }))).toEqual({
      kind: 'figure',
      figure: 'done',
      present: '3',
      unit: '1',
      next: { more: '2', wanted: '5', points: '1/1' },
      full: { more: '6', wanted: '9', points: '2/1' },
      gradual: false,
      alsoChanges: [],
    });
  });

  it('tells points that come bit by bit from those that come in steps', () => {
    const rule = { kind: 'proportional', of: share, floor: '0.8' };
    const [under, over] = ['3', '8'].map((done) => suggestion(oneItem({ rule }, { done, planned: '10' })));
    expect([under, over].map((next) => next?.kind === 'figure' && [next.gradual, next.next.more, next.full?.more])).toEqual([
      [false, '5', '7'],
      [true, '1', '2'],
    ]);
  });

  it('names the other items that the figure changes', () => {
    const other = { item: { rule: { kind: 'perUnit', of: { figure: 'done' }, points: '0.1' } } };
    expect(suggestion(oneItem({ rule: bands }, { done: '3', planned: '9' }, {}, other))?.alsoChanges).toEqual(['1.2']);
  });

  it.each<[string, JsonObject, JsonObject, string | undefined]>([
    ['an open edge must be passed', { kind: 'bands', of: { figure: 'done' }, bands: [{ above: 4, points: 1 }], otherwise: 0 }, { done: '4' }, '1'],
    [
      'an amount rises by its last decimal, at least the second',
      { kind: 'bands', of: { figure: 'paid' }, bands: [{ above: 4, points: 1 }], otherwise: 0 },
      { paid: '4' },
      '0.01',
    ],
    ['with more decimals, by those', { kind: 'bands', of: { figure: 'paid' }, bands: [{ from: 4, points: 1 }], otherwise: 0 }, { paid: '3.9995' }, '0.0005'],
    ['under the floor, up to the floor', { kind: 'proportional', of: share, floor: '0.8' }, { done: '3', planned: '10' }, '5'],
    ['over it, one more is worth something', { kind: 'proportional', of: share, floor: '0.8' }, { done: '8', planned: '10' }, '1'],
    ['unless it vanishes in rounding', { kind: 'proportional', of: share, round: { places: 0, mode: 'halfUp' } }, { done: '1', planned: '10' }, '2'],
    ['points by the unit, free ones first', { kind: 'perUnit', of: { figure: 'done' }, points: '0.5', free: 3 }, { done: '1' }, '3'],
    [
      'more than the year before',
      { kind: 'change', of: { figure: 'done' }, against: { figure: 'lastYear' }, bands: [{ from: 2, points: 1 }], otherwise: 0 },
      { done: '1', lastYear: '4' },
      '5',
    ],
    [
      'nothing where a smaller figure scores better',
      { kind: 'bands', of: { figure: 'done' }, bands: [{ from: 3, points: 0 }], otherwise: 1 },
      { done: '5' },
      undefined,
    ],
    ['nothing at full points', { kind: 'proportional', of: share }, { done: '9', planned: '9' }, undefined],
    [
      'nothing where the whole is too small for the target',
      { kind: 'bands', of: share, bands: [{ from: 2, points: 1 }], otherwise: 0 },
      { done: '1', planned: '9' },
      undefined,
    ],
    ['nothing of a formula', { kind: 'formula', expression: 'done / 10' }, { done: '1' }, undefined],
    ['nothing of an unanswered item', { kind: 'proportional', of: share }, { done: '1' }, undefined],
  ])('%s', (_what, rule, values, more) => {
    const next = suggestion(oneItem({ rule }, values));
    expect(next?.kind === 'figure' ? next.next.more : next).toBe(more);
  });

  it.each<[string, JsonObject, JsonObject, JsonObject | undefined]>([
    ['the other answer', { kind: 'yesNo' }, { yes: false }, { kind: 'option', option: true, points: '2/1', upTo: false }],
    ['not the other answer where that is worth less', { kind: 'yesNo', yes: 1 }, { yes: true }, undefined],
    [
      'the level next in points, not in order',
      {
        kind: 'levels',
        levels: [
          { id: 'a', points: 2 },
          { id: 'b', points: '0.5' },
          { id: 'c', points: 1 },
        ],
      },
      { level: 'b' },
      { kind: 'option', option: 'c', points: '1/1', upTo: false },
    ],
    [
      'a level up to whose edge points are given',
      {
        kind: 'levels',
        levels: [
          { id: 'a', upTo: 2 },
          { id: 'b', points: '0.5' },
        ],
      },
      { level: 'b' },
      { kind: 'option', option: 'a', points: '2/1', upTo: true },
    ],
    [
      'the thing to be done that is worth least',
      {
        kind: 'checks',
        checks: [
          { id: 'a', points: 1 },
          { id: 'b', points: '0.5' },
          { id: 'c', points: '0.5' },
        ],
      },
      { checks: ['c'] },
      { kind: 'checks', add: ['b'], points: '1/1' },
    ],
    [
      'all that is left where only all count',
      { kind: 'checks', all: true, checks: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
      { checks: ['b'] },
      { kind: 'checks', add: ['a', 'c'], points: '2/1' },
    ],
    ['nothing of points that a person gives', { kind: 'given' }, { points: '1' }, undefined],
    ['nothing of what happened already', { kind: 'deduct', combine: 'sum', checks: [{ id: 'a', points: 1 }] }, { checks: ['a'] }, undefined],
  ])('%s', (_what, rule, answer, expected) => {
    const next = suggestion(oneItem({ rule }, {}, answer));
    expect(next).toEqual(expected && { ...expected, alsoChanges: [] });
  });

  it('of statistics as of what is appraised; nothing of what surveys settle, or where a condition sets the points', () => {
    const values = { done: '3', planned: '9' };
    expect(suggestion(oneItem({ rule: bands, source: 'statistic' }, values))).toEqual(suggestion(oneItem({ rule: bands }, values)));
    expect(suggestion(oneItem({ rule: bands, source: 'satisfaction' }, values))).toBeUndefined();
    const condition = { conditions: [{ id: 'late', when: true, points: '0.5' }] };
    expect(suggestion(oneItem({ rule: bands, ...condition }, values, { conditions: { late: true } }))).toBeUndefined();
    expect(suggestion(oneItem({ rule: bands, ...condition }, values, { conditions: { late: false } }))?.kind).toBe('figure');
  });

  it('never of a figure that others are measured against', () => {
    const other = { item: { rule: { kind: 'proportional', of: { ratio: ['done', 'planned'], whenNothing: 'zero', over: 'refuse' } } } };
    const rule = { kind: 'perUnit', of: { figure: 'planned' }, points: '0.1' };
    expect(suggestion(oneItem({ rule }, { planned: '3' }))?.kind).toBe('figure');
    expect(suggestion(oneItem({ rule }, { planned: '3' }, {}, other))).toBeUndefined();
  });
});

describe('what is promised is what comes', () => {
  it('in made-up rounds: the change gives the points said, one unit less gains nothing', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const of of casesOf(appraised(roundFromSeed(seed)))) {
          for (const result of score(of)) {
            const next = nextOf(of, result);
            if (!next) continue;
            kinds.add(next.kind);
            expectTrue(of, result, next);
          }
        }
      }),
      { numRuns: sized(30, 150) },
    );
    expect([...kinds].sort()).toEqual(['checks', 'figure', 'option']);
  });

  const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((value) => `${Math.trunc(value / 10)}.${value % 10}`);
  const edges = fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 4 }).map((all) => all.sort((a, b) => b - a));
  const table = fc.tuple(edges, fc.array(tenths(2), { minLength: 5, maxLength: 5 }), fc.constantFrom('above', 'from'));
  /** Edges are whole numbers of a figure, and twentieths of a share. */
  const tableFor = (of: JsonObject, [all, points, key]: [number[], string[], string]): JsonObject => ({
    bands: all.map((at, index) => ({
      [key]: 'figure' in of ? at : `${Math.trunc(at / 20)}.${String((at % 20) * 5).padStart(2, '0')}`,
      points: points[index] as string,
    })),
    otherwise: points[4] as string,
  });
  const quantity = fc.oneof(
    fc.constantFrom('done', 'paid').map((figure): JsonObject => ({ figure })),
    fc
      .tuple(fc.constantFrom('done', 'paid'), fc.constantFrom('planned', 'owed'), fc.constantFrom('refuse', 'cap', 'allow'))
      .map(([of, to, over]): JsonObject => ({ ratio: [of, to], whenNothing: 'zero', over })),
  );
  const rule = fc
    .tuple(quantity, table, tenths(1), fc.constantFrom('bands', 'change', 'proportional', 'perUnit'), fc.constantFrom(undefined, 0, 1, 2))
    .map(([of, bands, edge, kind, places]): JsonObject => {
      switch (kind) {
        case 'bands':
          return { kind, of, ...tableFor(of, bands) };
        case 'change':
          return { kind, of, against: { figure: 'lastYear' }, ...tableFor(of, bands) };
        case 'perUnit':
          return { kind, of, points: '0.3', free: edge };
        default:
          return {
            kind: 'proportional',
            of,
            floor: edge,
            belowFloor: '0.2',
            target: '1.1',
            ...(places === undefined ? {} : { round: { places, mode: 'halfEven' } }),
          };
      }
    });

  it('for every rule that measures a figure', () => {
    const numRuns = sized(300, 1_500);
    let found = 0;
    const count = fc.integer({ min: 0, max: 30 }).map(String);
    fc.assert(
      fc.property(rule, count, tenths(3), count, tenths(3), fc.constantFrom('0', '1'), (of, done, paid, planned, owed, lastYear) => {
        const made = oneItem({ rule: of }, { done, paid, planned, owed, lastYear });
        const result = score(made)[0] as ItemResult;
        const next = nextOf(made, result);
        if (next) {
          found++;
          expectTrue(made, result, next);
        } else if (result.state === 'scored' && result.explanation.value !== null && 'of' in of) {
          // Then no rise brings anything: not of one unit, nor of many.
          const { figure, ratio } = of['of'] as { figure?: string; ratio?: string[] };
          const id = figure ?? (ratio?.[0] as string);
          const now = exact.fromText(String(made.data.figures?.[id]?.value));
          for (const more of ['0.01', '0.5', '1', '2', '7', '40'].filter((text) => id !== 'done' || !text.includes('.'))) {
            const raised = withFigure(made, id, decimal(exact.toFraction(exact.add(now, exact.fromText(more)))));
            expect(exact.compare(pointsOf(raised, '1.1'), exact.fromFraction(result.points)), `${JSON.stringify(of)} + ${more}`).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns },
    );
    expect(found).toBeGreaterThan(numRuns / 5);
  });
});
