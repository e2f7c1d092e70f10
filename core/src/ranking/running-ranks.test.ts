import { describe, expect, it } from 'vitest';
import type { Stage } from '../ledger/entry.ts';
import { Faults } from '../reading/faults.ts';
import type { Raw } from '../reading/raw.ts';
import { readScheme } from '../scheme/read.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { ownItems } from '../scoring/own-items.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { scoreSheet } from '../scoring/score-sheet.ts';
import type { BodySheet } from '../snapshot/types.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { rankRunning } from './running-ranks.ts';
import { type RunningStage, runningAt, runningStage } from './running-sheet.ts';

const given = (code: string, maximum: string) => item(code, { maximum, rule: { kind: 'given' }, whenNotApplicable: 'reduceMaximum' });
const read = readScheme(
  scheme({
    domains: [
      domain('1', [given('1.1', '10'), given('1.2', '10')], { group: 'regular' }),
      domain('2', [given('2.1', '20')], { group: 'regular' }),
      domain('3', [given('3.1', '5')], { group: 'thuong' }),
    ],
    groups: [
      { id: 'regular', kind: 'regular' },
      { id: 'thuong', kind: 'bonus' },
    ],
  }) as unknown as Raw,
  new Faults(),
);
if (!read) throw new Error('the example is sound');
const prepared = prepareScheme(read);
const own = ownItems(prepared, { notAsked: [] });
const types = figureTypesOf(read);

/** A sheet by the points at its items; null: nothing arose there, which reduces the maximum. */
function standing(
  points: Readonly<Record<string, string | null>>,
  before: Readonly<Record<string, string>> = {},
  { stage = 'claimed' as Stage, decided = [] as readonly string[] } = {},
): RunningStage {
  const sheet = Object.fromEntries(
    Object.entries(points).map(([code, value]) => [
      code,
      value === null ? { state: 'notApplicable', reason: 'Không phát sinh' } : { answer: { points: value } },
    ]),
  ) as unknown as BodySheet;
  const body = { id: 'minh-hoa-01', name: 'Minh họa 01', code: null, block: null, ranked: true, admission: { state: 'admitted' as const } };
  const { result } = scoreSheet(prepared, { body, figures: {}, sheet, estimates: {}, previous: undefined } as never, types, new Set());
  return runningStage(stage, prepared, own, result.items, before, new Set(decided));
}
const ranked = (standing: RunningStage, block: string | null = null, more: { ranked?: boolean } = {}) => ({ ranked: true, block, standing, ...more });

describe('[F71] the ranking of a round that runs', () => {
  const half = standing({ '1.1': '5', '1.2': '5', '2.1': '10' });
  const reduced = standing({ '1.1': '10', '1.2': '5', '2.1': null });
  const begun = standing({ '1.1': '10', '3.1': '5' });

  it('is by the index of what each body scores itself: unlike maxima are compared, ties share a place, and bonus is apart', () => {
    const placed = rankRunning(
      [ranked(half, 'A'), ranked(reduced, 'A'), ranked(begun, 'B'), ranked(half, 'B'), ranked(standing({})), ranked(half, 'A', { ranked: false })],
      prepared,
      'claimed',
    );
    expect(placed.map(({ rank, blockRank, index }) => [rank, blockRank, index?.rounded ?? null])).toEqual([
      [2, 2, '50.00'],
      [1, 1, '75.00'],
      [4, 2, '25.00'],
      [2, 1, '50.00'],
      [null, null, null],
      [null, null, '50.00'],
    ]);
    expect(placed[1]).toMatchObject({ points: '15/1', maximum: '20/1' });
    expect(placed[0]?.domains.map(({ code }) => code)).toEqual(['1', '2']);
  });

  it('ranks each domain by itself, and leaves out whom nothing of it concerns', () => {
    const placed = rankRunning([ranked(half), ranked(reduced), ranked(begun)], prepared, 'claimed');
    const inDomain = (code: string) => placed.map(({ domains }) => domains.find((one) => one.code === code)?.rank ?? null);
    expect(inDomain('1')).toEqual([2, 1, 2]);
    expect(inDomain('2')).toEqual([1, null, null]);
  });

  it('compares with the year before on like items alone: what is not answered yet has lost nothing', () => {
    const [first, second] = rankRunning(
      [ranked(standing({ '1.1': '8' }, { '1.1': '6.5', '2.1': '20' })), ranked(standing({ '1.1': '8' }, { '2.1': '20' }))],
      prepared,
      'claimed',
    );
    expect(first?.change).toEqual({
      items: 1,
      index: { exact: '15/1', rounded: '15.00' },
      now: { exact: '80/1', rounded: '80.00' },
      before: { exact: '65/1', rounded: '65.00' },
    });
    expect(first?.domains.find(({ code }) => code === '2')?.change).toBeNull();
    expect(second?.change).toBeNull();
  });

  it('compares no item with more points than it can have now: another edition asked something else under its code', () => {
    const [row] = rankRunning([ranked(standing({ '1.1': '8', '1.2': '5' }, { '1.1': '6.5', '1.2': '10.5' }))], prepared, 'claimed');
    expect(row?.change).toMatchObject({ items: 1, before: { rounded: '65.00' } });
  });

  it('at a stage of those who appraise ranks only whose own items are all decided: who is examined first does not stand below who is only claimed', () => {
    const appraised = (points: Readonly<Record<string, string | null>>, ...decided: string[]) =>
      ranked(standing(points, {}, { stage: 'appraised', decided }), 'A');
    const examined = appraised({ '1.1': '6', '1.2': '6', '2.1': '10', '3.1': '5' }, '1.1', '1.2', '2.1', '3.1');
    const inPart = appraised({ '1.1': '10', '1.2': '10', '2.1': '20', '3.1': '5' }, '1.1', '1.2');
    const onlyClaimed = ranked(standing({ '1.1': '10', '1.2': '10', '2.1': '20' }), 'A');
    // What nobody has to decide is nothing left: it does not count for the body.
    const reducedByVerdict = appraised({ '1.1': '4', '1.2': '6', '2.1': null, '3.1': '1' }, '1.1', '1.2', '3.1');
    const bodies = [inPart, examined, onlyClaimed, reducedByVerdict];
    const at = (stage: Stage) => rankRunning(bodies, prepared, stage);
    expect(at('appraised').map(({ rank, blockRank, undecided }) => [rank, blockRank, undecided])).toEqual([
      [null, null, 2],
      [1, 1, 0],
      [null, null, 4],
      [2, 2, 0],
    ]);
    // A domain that is decided throughout is ranked by itself.
    expect(at('appraised').map(({ domains }) => domains.find(({ code }) => code === '1')?.rank)).toEqual([1, 2, null, 3]);
    // A later stage asks the same: what was not taken up again stays decided.
    expect(at('council').map(({ rank }) => rank)).toEqual([null, 1, null, 2]);
    expect(at('claimed').map(({ rank }) => rank)).toEqual([1, 3, 1, 4]);
  });

  it('takes each sheet at the last stage that it has reached', () => {
    const appraised: RunningStage = { ...half, stage: 'appraised' };
    expect(runningAt([half, appraised], 'council').stage).toBe('appraised');
    expect(runningAt([half, appraised], 'claimed').stage).toBe('claimed');
    expect(runningAt([half], 'second').stage).toBe('claimed');
  });
});
