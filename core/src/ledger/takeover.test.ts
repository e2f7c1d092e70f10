import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { ROOT } from '../reading/path.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { declarable } from '../snapshot/check-body.ts';
import { bodyShapes } from '../snapshot/shape.ts';
import type { JsonObject } from '../testing/documents.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import type { EntryRules } from './check-changes.ts';
import { checkMapping } from './check-mapping.ts';
import { droppedBy, heldTargets } from './dropped.ts';
import { type Changes, type FoldedEntry, STAGES, type Stage, type Target } from './entry.ts';
import { foldSheet, type Sheet } from './fold.ts';
import type { Takeover, TakeoverMapping } from './takeover.ts';
import { takeoverChanges } from './takeover-changes.ts';

const schemeOf = (changes: JsonObject): Scheme => {
  const faults = new Faults();
  const read = readScheme(readJson(JSON.stringify(scheme(changes))).value, faults) as Scheme;
  expect(faults.list).toEqual([]);
  return read;
};
const doorOf = (read: Scheme): EntryRules => {
  const known = declarable(read);
  return { known, shapes: bodyShapes(known) };
};

const given = { kind: 'given' };
const levels = {
  kind: 'levels',
  levels: [
    { id: 'tot', title: { vi: 'Tốt' }, points: '1' },
    { id: 'kem', title: { vi: 'Kém' }, points: '0' },
  ],
};
const notArisen = { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' };
const BEFORE_SCHEME = schemeOf({
  id: 'truoc',
  figures: [
    { id: 'done', type: 'number' },
    { id: 'gone', type: 'count' },
  ],
  domains: [domain('1', [item('1.1'), item('1.2', { rule: given }), item('1.3', { whenNotApplicable: 'reduceMaximum', notArisen }), item('1.4')])],
});
const AFTER_SCHEME = schemeOf({
  id: 'sau',
  figures: [{ id: 'finished', type: 'count' }],
  // 1.1 is another item now; what it was stands at 2.1, answered by levels.
  domains: [
    domain('1', [item('1.1', { rule: given })]),
    domain('2', [item('2.1', { rule: levels }), item('2.2', { whenNotApplicable: 'reduceMaximum', notArisen }), item('2.3', { whenNotApplicable: 'refused' })]),
  ],
});
const [BEFORE, AFTER] = [doorOf(BEFORE_SCHEME), doorOf(AFTER_SCHEME)];
const MAPPING: TakeoverMapping = { items: { '1.1': '2.1', '1.2': '1.1', '1.3': '2.3', '1.4': null }, figures: { done: 'finished', gone: null } };

const entry = (seq: number, target: Target | null, changes: Changes, stage: Stage = 'claimed', more: Partial<FoldedEntry> = {}): FoldedEntry => ({
  seq,
  act: 'declare',
  stage,
  standing: 'effective',
  edition: 'truoc',
  target,
  changes,
  ...more,
});
const onItem = (id: string): Target => ({ kind: 'item', id });
const onFigure = (id: string): Target => ({ kind: 'figure', id });

const taking = (before: Sheet): Takeover => ({ from: 'truoc', to: 'sau', ...MAPPING, after: before.seq, dropped: droppedBy(before, MAPPING, AFTER) });
const told = (sheet: Sheet) =>
  Object.fromEntries(
    STAGES.flatMap((stage) => [...sheet.columns[stage]].map(([key, { fields, seqs }]) => [`${stage} ${key}`, { fields: { ...fields }, seqs: { ...seqs } }])),
  );

describe('a later edition takes over a sheet', () => {
  const entries = [
    entry(1, onItem('1.1'), { 'answer.yes': true, justification: 'Theo kế hoạch' }),
    entry(2, onItem('1.2'), { 'answer.points': '0.5' }),
    entry(3, onItem('1.3'), { state: 'notApplicable', reason: 'Không phát sinh' }),
    entry(4, onItem('1.4'), { 'answer.yes': false }),
    entry(5, onFigure('done'), { value: '2.5', source: 'Báo cáo' }),
    entry(6, onFigure('gone'), { value: '9' }),
    entry(7, null, {}, 'claimed', { act: 'freeze' }),
    entry(8, onItem('1.2'), { 'answer.points': '0.25' }, 'appraised', { act: 'appraise' }),
  ];

  it('what has a place moves, what the new rules do not take is left out, with what was said of it alone', () => {
    const before = foldSheet(entries);
    const takeover = taking(before);
    expect(takeover.dropped).toEqual([
      { stage: 'claimed', target: onItem('2.1'), fields: ['answer.yes'] },
      { stage: 'claimed', target: onItem('2.3'), fields: ['state', 'reason'] },
      { stage: 'claimed', target: onFigure('finished'), fields: ['value', 'source'] },
    ]);
    const after = foldSheet(entries, [takeover]);
    expect(told(after)).toEqual({
      'claimed item 2.1': { fields: { justification: 'Theo kế hoạch' }, seqs: { justification: 1 } },
      'claimed item 1.1': { fields: { 'answer.points': '0.5' }, seqs: { 'answer.points': 2 } },
      'appraised item 1.1': { fields: { 'answer.points': '0.25' }, seqs: { 'answer.points': 8 } },
    });
    expect({ state: after.state, seq: after.seq }).toEqual({ state: 'frozen', seq: 8 });
  });

  it('tells what changed for a sheet: where each went, what has to be said again, and at which stage there was something', () => {
    const before = foldSheet(entries);
    const rows = takeoverChanges(before, taking(before), BEFORE_SCHEME, AFTER_SCHEME, null);
    expect(rows).toEqual([
      {
        kind: 'item',
        before: '1.1',
        after: '2.1',
        changes: ['moved', 'rule', 'text'],
        held: ['claimed'],
        again: [{ stage: 'claimed', fields: ['answer.yes'] }],
      },
      { kind: 'item', before: '1.2', after: '1.1', changes: ['moved', 'text'], held: ['claimed', 'appraised'], again: [] },
      {
        kind: 'item',
        before: '1.3',
        after: '2.3',
        changes: ['moved', 'rule', 'text'],
        held: ['claimed'],
        again: [{ stage: 'claimed', fields: ['state', 'reason'] }],
      },
      { kind: 'item', before: '1.4', after: null, changes: ['gone'], held: ['claimed'], again: [] },
      { kind: 'item', before: null, after: '2.2', changes: ['new'], held: [], again: [] },
      { kind: 'figure', before: 'done', after: 'finished', changes: [], held: ['claimed'], again: [{ stage: 'claimed', fields: ['value', 'source'] }] },
      { kind: 'figure', before: 'gone', after: null, changes: ['gone'], held: ['claimed'], again: [] },
    ]);
    // To whom the appraisal is not told, nothing of it is told here.
    const [, given] = takeoverChanges(foldSheet(entries.slice(0, 7)), taking(before), BEFORE_SCHEME, AFTER_SCHEME, null);
    expect(given).toMatchObject({ before: '1.2', held: ['claimed'], again: [] });
  });

  it('what is declared afterwards is of the new edition, even where a code is old and new', () => {
    const takeover = taking(foldSheet(entries));
    const later = entry(9, onItem('1.1'), { 'answer.points': '1' }, 'claimed', { edition: 'sau' });
    expect(told(foldSheet([...entries, later], [takeover]))['claimed item 1.1']).toEqual({ fields: { 'answer.points': '1' }, seqs: { 'answer.points': 9 } });
  });

  it('a reason that was lawfully erased leaves its state where the new edition takes it', () => {
    const erased = [entry(1, onItem('1.3'), { state: 'notApplicable', reason: null })];
    const mapping: TakeoverMapping = { items: { '1.3': '2.2' }, figures: {} };
    expect(droppedBy(foldSheet(erased), mapping, AFTER)).toEqual([]);
  });

  it('finds what holds a value, not what was taken away', () => {
    const taken = [...entries.slice(0, 2), entry(3, onItem('1.2'), { 'answer.points': null })];
    expect(heldTargets(foldSheet(taken))).toEqual([onItem('1.1')]);
  });
});

describe('the mapping of a takeover', () => {
  const faultsOf = (mapping: JsonObject, held: readonly Target[] = []) => {
    const faults = new Faults();
    checkMapping(readJson(JSON.stringify(mapping)).value, BEFORE.known, AFTER.known, held, ROOT, faults);
    return faults.list.map(({ code, path }) => `${code} ${path}`);
  };
  it('may leave out what holds nothing', () => expect(faultsOf({ items: {}, figures: {} })).toEqual([]));
  it('must name all that holds something, and only what there is, each place once: all is told at once', () => {
    expect(
      faultsOf({ items: { '1.1': '2.1', '1.2': '2.1', '1.3': '9.9', '7.7': '2.2' }, figures: { done: null } }, [
        onItem('1.4'),
        onItem('1.1'),
        onFigure('done'),
        onFigure('gone'),
      ]),
    ).toEqual(['duplicateId /items/1.2', 'unknownId /items/1.3', 'unknownId /items/7.7', 'missingKey /items/1.4', 'missingKey /figures/gone']);
  });
  it('may drop on purpose', () => expect(faultsOf({ items: { '1.4': null }, figures: {} }, [onItem('1.4')])).toEqual([]));
});

describe('any ledger', () => {
  const target = fc.constantFrom<Target>(onItem('1.1'), onItem('1.2'), onItem('1.3'), onFigure('done'), onFigure('gone'));
  const changes = fc.constantFrom<Changes>(
    { 'answer.yes': true },
    { 'answer.points': '0.5' },
    { state: 'notApplicable', reason: 'x' },
    { value: '3' },
    { value: '1.5' },
    { value: null },
    { justification: 'y' },
  );
  const ledger = fc
    .array(fc.tuple(target, changes, fc.constantFrom(...STAGES)), { maxLength: 25 })
    .map((list) => list.map(([at, said, stage], index) => entry(index + 1, at, said, stage)));

  it('[F22] folds to the same with a takeover in the middle as when what stood is moved by hand, and keeps only what the new rules take', () => {
    fc.assert(
      fc.property(ledger, (written) => {
        const before = foldSheet(written);
        const takeover = taking(before);
        const after = foldSheet(written, [takeover]);
        // Nothing is left that would be dropped anew: the new edition takes all of it.
        const identity: TakeoverMapping = { items: { '1.1': '1.1', '2.1': '2.1', '2.2': '2.2', '2.3': '2.3' }, figures: { finished: 'finished' } };
        expect(droppedBy(after, identity, AFTER)).toEqual([]);
        // Every value that is there stood before, under the old code, from the same entry.
        for (const stage of STAGES) {
          for (const cell of after.columns[stage].values()) {
            const old = Object.entries(cell.target.kind === 'item' ? MAPPING.items : MAPPING.figures).find(([, place]) => place === cell.target.id)?.[0];
            const was = before.columns[stage].get(`${cell.target.kind} ${old}`);
            for (const field in cell.seqs) expect([cell.fields[field], cell.seqs[field]]).toEqual([was?.fields[field], was?.seqs[field]]);
          }
        }
      }),
    );
  });
});
