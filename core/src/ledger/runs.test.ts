import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, FieldValue, FoldedEntry, Stage, Target } from './entry.ts';
import { fieldsAt, foldSheet } from './fold.ts';
import { type HistoryEntry, type Run, runsOf } from './runs.ts';

const AN = { id: 'an', name: 'An' };
const BINH = { id: 'binh', name: 'Bình' };
const FIGURE: Target = { kind: 'figure', id: 'x' };
const MINUTE = 60_000;

const entry = (seq: number, changes: Readonly<Record<string, unknown>>, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: `e${seq}`,
  seq,
  target: FIGURE,
  act: 'declare',
  stage: 'claimed',
  standing: 'effective',
  actor: AN,
  role: 'clerk',
  onBehalfOf: null,
  receivedAt: new Date(seq * MINUTE).toISOString(),
  edition: 'e1',
  changes,
  erased: [],
  points: null,
  reason: { code: null, text: null },
  ...more,
});
const value = (text: FieldValue) => ({ is: 'value', value: text });
const seqsOf = ({ entries }: Run) => entries.map(({ seq }) => seq);

describe('the runs of a history', () => {
  it('gather what one person did to one thing in a short time, with what stood before the first and after the last', () => {
    const history = [entry(1, { value: '3' }), entry(2, { value: '4' }), entry(5, { value: '5', source: 'Báo cáo' })];
    const [run, ...others] = runsOf(history.toReversed(), { fromStart: true });
    expect(others).toEqual([]);
    expect(run).toMatchObject({ actor: AN, role: 'clerk', from: history[0]?.receivedAt, to: history[2]?.receivedAt, target: FIGURE });
    expect(run?.changes).toEqual([
      { field: 'value', before: { is: 'absent' }, after: value('5') },
      { field: 'source', before: { is: 'absent' }, after: value('Báo cáo') },
    ]);
  });

  it.each<[string, Partial<HistoryEntry>, Partial<HistoryEntry>]>([
    ['a longer pause', {}, { receivedAt: new Date(12 * MINUTE).toISOString() }],
    ['another person', {}, { actor: BINH }],
    ['another office', {}, { role: 'head' }],
    ['another act', {}, { act: 'appraise', stage: 'appraised' }],
    ['another reason', {}, { reason: { code: null, text: 'Đính chính' } }],
    ['another edition', {}, { edition: 'e2' }],
    ['another item', {}, { target: { kind: 'item', id: '1.1' } }],
  ])('end at %s', (_what, first, second) => {
    expect(runsOf([entry(1, { value: '3' }, first), entry(2, { value: '4' }, second)], { fromStart: true }).map(seqsOf)).toEqual([[2], [1]]);
  });

  it('go on past entries on other items, and end at an act on the whole sheet', () => {
    const beside = entry(2, { justification: 'a' }, { target: { kind: 'item', id: '1.1' } });
    expect(runsOf([entry(1, { value: '3' }), beside, entry(3, { value: '4' })], { fromStart: true }).map(seqsOf)).toEqual([[1, 3], [2]]);
    const freeze = entry(2, {}, { act: 'freeze', target: null });
    expect(runsOf([entry(1, { value: '3' }), freeze, entry(3, { value: '4' })], { fromStart: true }).map(seqsOf)).toEqual([[3], [2], [1]]);
  });

  it('leave out what was taken back', () => {
    const [run] = runsOf([entry(1, { value: '3' }), entry(20, { value: '4' }), entry(21, { value: '3' })], { fromStart: true });
    expect(run?.changes).toEqual([]);
  });

  it('do not claim to know what is not in the history at hand', () => {
    expect(runsOf([entry(7, { value: '3' })], { fromStart: false })[0]?.changes).toEqual([{ field: 'value', before: { is: 'unknown' }, after: value('3') }]);
    const moved = runsOf([entry(1, { value: '3' }), entry(2, { value: '4' }, { edition: 'e2' })], { fromStart: true });
    expect(moved[0]?.changes).toEqual([{ field: 'value', before: { is: 'unknown' }, after: value('4') }]);
  });

  it('tell a text that was erased from one that was never there', () => {
    const [run] = runsOf([entry(1, {}, { erased: ['source'] }), entry(20, { source: 'Báo cáo' })], { fromStart: true });
    expect(run?.changes).toEqual([{ field: 'source', before: { is: 'erased' }, after: value('Báo cáo') }]);
  });

  it('a proposal shows what it wants, and changes nothing', () => {
    const proposal = entry(2, { value: '9' }, { act: 'propose', standing: 'proposed', actor: BINH });
    const [last, middle] = runsOf([entry(1, { value: '3' }), proposal, entry(3, { value: '4' })], { fromStart: true });
    expect([middle?.changes, last?.changes]).toEqual([
      [{ field: 'value', before: value('3'), after: value('9') }],
      [{ field: 'value', before: value('3'), after: value('4') }],
    ]);
  });

  const ACTS_BY_STAGE: readonly (readonly [Act, Stage])[] = [
    ['declare', 'claimed'],
    ['declare', 'claimed'],
    ['appraise', 'appraised'],
    ['appraise', 'second'],
    ['conclude', 'council'],
  ];
  const made = fc.record({
    pause: fc.integer({ min: 0, max: 14 }),
    actor: fc.constantFrom(AN, BINH),
    target: fc.constantFrom<Target>(FIGURE, { kind: 'item', id: '1.1' }),
    act: fc.constantFrom(...ACTS_BY_STAGE),
    changes: fc.dictionary(fc.constantFrom('value', 'source', 'justification'), fc.constantFrom('1', '2', null), { maxKeys: 3 }),
  });

  it('say of every field what the fold of the ledger says', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 25 }), (steps) => {
        let time = 0;
        const history = steps.map(({ pause, actor, target, act: [act, stage], changes }, index) => {
          time += pause;
          return entry(index + 1, { ...changes }, { actor, target, act, stage, receivedAt: new Date(time * MINUTE).toISOString() });
        });
        const runs = runsOf(history, { fromStart: true });
        expect(runs.flatMap(seqsOf).sort((a, b) => a - b)).toEqual(history.map(({ seq }) => seq));
        for (const run of runs) {
          const [first, last] = [seqsOf(run)[0] as number, seqsOf(run).at(-1) as number];
          const standing = (upTo: number) => fieldsAt(foldSheet(history.slice(0, upTo) as unknown as FoldedEntry[]), run.stage, run.target as Target);
          const [before, after] = [standing(first - 1), standing(last)];
          const stood = (fields: typeof before, field: string) => (fields[field] === undefined ? { is: 'absent' } : value(fields[field]));
          for (const change of run.changes) {
            expect(change.before).toEqual(stood(before, change.field));
            expect(change.after).toEqual(stood(after, change.field));
          }
          const told = run.changes.map(({ field }) => field);
          for (const field of ['value', 'source', 'justification']) if (!told.includes(field)) expect(stood(after, field)).toEqual(stood(before, field));
        }
      }),
      { numRuns: 300 },
    );
  });
});
