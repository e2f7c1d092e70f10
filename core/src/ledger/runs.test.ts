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
  origin: 'web',
  ...more,
});
const value = (text: FieldValue) => ({ is: 'value', value: text });
const seqsOf = ({ entries }: Run) => entries.map(({ seq }) => seq);

describe('the runs of a history', () => {
  const MOMENT = new Date(MINUTE).toISOString();
  const together = { receivedAt: MOMENT };

  it('hold together what one person entered in one save, with what stood before', () => {
    const history = [entry(1, { value: '3' }, together), entry(2, { source: 'Báo cáo' }, together)];
    const [run, ...others] = runsOf(history.toReversed(), { fromStart: true });
    expect(others).toEqual([]);
    expect(run).toMatchObject({ actor: AN, role: 'clerk', at: MOMENT, target: FIGURE, origin: 'web' });
    expect(run?.changes).toEqual([
      { field: 'value', before: { is: 'absent' }, after: value('3') },
      { field: 'source', before: { is: 'absent' }, after: value('Báo cáo') },
    ]);
  });

  it('[F22] tell a load of 26, and 7, 5, 9, 8, 10 typed after it, as what each was', () => {
    const history = [
      entry(1, { value: '26' }, { origin: 'import' }),
      ...['7', '5', '9', '8', '10'].map((typed, index) => entry(index + 2, { value: typed }, { receivedAt: new Date(MINUTE + index * 1000).toISOString() })),
    ];
    const runs = runsOf(history, { fromStart: true }).toReversed();
    expect(runs.map(({ origin }) => origin)).toEqual(['import', 'web', 'web', 'web', 'web', 'web']);
    expect(runs.flatMap(({ changes }) => changes.map(({ after }) => after))).toEqual(['26', '7', '5', '9', '8', '10'].map(value));
  });

  it.each<[string, Partial<HistoryEntry>, Partial<HistoryEntry>]>([
    ['another moment', together, { receivedAt: new Date(MINUTE + 1).toISOString() }],
    ['another source', together, { ...together, origin: 'import' }],
    ['another person', together, { ...together, actor: BINH }],
    ['another office', together, { ...together, role: 'head' }],
    ['another act', together, { ...together, act: 'appraise', stage: 'appraised' }],
    ['another reason', together, { ...together, reason: { code: null, text: 'Đính chính' } }],
    ['another edition', together, { ...together, edition: 'e2' }],
    ['another item', together, { ...together, target: { kind: 'item', id: '1.1' } }],
  ])('end at %s', (_what, first, second) => {
    expect(runsOf([entry(1, { value: '3' }, first), entry(2, { source: 'b' }, second)], { fromStart: true }).map(seqsOf)).toEqual([[2], [1]]);
  });

  it('end where a field is entered once more: the value between stood too', () => {
    const runs = runsOf([entry(1, { value: '3' }, together), entry(2, { value: '4' }, together)], { fromStart: true });
    expect(runs.map(({ changes }) => changes)).toEqual([
      [{ field: 'value', before: value('3'), after: value('4') }],
      [{ field: 'value', before: { is: 'absent' }, after: value('3') }],
    ]);
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
    pause: fc.integer({ min: 0, max: 2 }),
    origin: fc.constantFrom('web' as const, 'import' as const),
    actor: fc.constantFrom(AN, BINH),
    target: fc.constantFrom<Target>(FIGURE, { kind: 'item', id: '1.1' }),
    act: fc.constantFrom(...ACTS_BY_STAGE),
    changes: fc.dictionary(fc.constantFrom('value', 'source', 'justification'), fc.constantFrom('1', '2', null), { maxKeys: 3 }),
  });

  it('say of every field what the fold of the ledger says', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 25 }), (steps) => {
        let time = 0;
        const history = steps.map(({ pause, origin, actor, target, act: [act, stage], changes }, index) => {
          time += pause;
          return entry(index + 1, { ...changes }, { actor, target, act, stage, origin, receivedAt: new Date(time * MINUTE).toISOString() });
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
          // One moment and one source each, and no value that stood is left out: a run says all that its entries say.
          const own = history.filter(({ seq }) => seqsOf(run).includes(seq));
          expect(new Set(own.map(({ receivedAt, origin }) => `${receivedAt} ${origin}`)).size).toBe(1);
          expect(run).toMatchObject({ at: own[0]?.receivedAt, origin: own[0]?.origin });
          const said = own.flatMap((one) => Object.entries(one.changes).map(([field, stoodThen]) => [field, stoodThen ?? undefined]));
          expect(run.changes.map(({ field, after: told }) => [field, told.is === 'value' ? told.value : undefined])).toEqual(said);
        }
      }),
      { numRuns: 300 },
    );
  });
});
