import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOver } from './cell.ts';
import { type Act, type FieldValue, type FoldedEntry, STAGES, type Standing, type Target } from './entry.ts';
import { foldEntries, foldSheet, type Sheet } from './fold.ts';

const TARGETS: readonly Target[] = [
  { kind: 'item', id: '1.1' },
  { kind: 'item', id: '__proto__' },
  { kind: 'figure', id: 'so-ho-so' },
];
const ACTS: readonly Act[] = ['declare', 'propose', 'accept', 'return', 'freeze', 'reopen', 'appraise'];

const changes = fc.dictionary(fc.constantFrom('answer.level', 'answer.points', 'justification'), fc.constantFrom<FieldValue>(null, 'a', 'b', true), {
  maxKeys: 3,
});
const entries = fc
  .array(
    fc.record({
      act: fc.constantFrom(...ACTS),
      stage: fc.constantFrom(...STAGES),
      standing: fc.constantFrom<Standing>('proposed', 'effective'),
      target: fc.constantFrom(...TARGETS, null),
      changes,
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((entry, index): FoldedEntry => ({ ...entry, seq: index + 1, edition: 'thu' })));

/** A sheet as plain values, so that two can be held against each other. */
const plain = ({ columns, parts, state, seq }: Sheet) => ({
  state,
  seq,
  parts: [...parts],
  columns: STAGES.map((stage) => [...columns[stage]].map(([key, { fields, seqs }]) => [key, { ...fields }, { ...seqs }])),
});

describe('the fold', () => {
  it('goes on from where it was left: a sheet and the entries after it make the same as all of them', () => {
    fc.assert(
      fc.property(entries, fc.nat(12), (all, at) => {
        expect(plain(foldEntries(foldSheet(all.slice(0, at)), all.slice(at)))).toEqual(plain(foldSheet(all)));
      }),
    );
  });

  it('leaves the sheet that it goes on from as it was, and what no entry touches the same', () => {
    fc.assert(
      fc.property(entries, fc.nat(12), (all, at) => {
        const before = foldSheet(all.slice(0, at));
        const kept = plain(before);
        const after = foldEntries(before, all.slice(at));
        expect(plain(before)).toEqual(kept);
        const touched = new Set(all.slice(at).map(({ target }) => target && `${target.kind} ${target.id}`));
        for (const stage of STAGES) for (const [key, cell] of before.columns[stage]) if (!touched.has(key)) expect(after.columns[stage].get(key)).toBe(cell);
      }),
    );
  });
});

describe('a cell laid over another', () => {
  const target = TARGETS[0] as Target;

  it('has the last word on what it was changed in, also where it takes a value away', () => {
    const below = { target, fields: { a: 'cũ', b: 'còn', c: 'bỏ' }, seqs: { a: 1, b: 2, c: 3 } };
    const laid = layOver(below, { target, fields: { a: 'mới' }, seqs: { a: 4, c: 5 } });
    expect({ fields: { ...laid.fields }, seqs: { ...laid.seqs } }).toEqual({ fields: { a: 'mới', b: 'còn' }, seqs: { a: 4, b: 2, c: 5 } });
    expect(below.fields).toEqual({ a: 'cũ', b: 'còn', c: 'bỏ' });
  });
});
