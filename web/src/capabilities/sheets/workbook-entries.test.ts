import { expect, it } from 'vitest';
import type { WorkbookPreview } from './queries/workbooks.ts';
import { conflictKey, entriesOf } from './workbook-entries.ts';

const change = (id: string, field: string, after: string) => ({
  cell: null,
  target: { kind: 'figure' as const, id },
  field,
  name: field,
  before: null,
  after,
  beforeText: '',
  afterText: after,
});

const preview: WorkbookPreview = {
  seq: 9,
  base: 5,
  madeAt: null,
  changes: [change('x', 'value', '1'), change('x', 'source', 'Báo cáo'), change('y', 'value', '2')],
  conflicts: [
    { ...change('y', 'source', 'của tôi'), seq: 7 },
    { ...change('z', 'value', '3'), seq: 8 },
  ],
  refused: [],
};

it('makes one entry of each target, over the state of the workbook; over today’s where both versions were seen', () => {
  const [first] = preview.conflicts;
  expect(entriesOf(preview, (conflict) => first !== undefined && conflictKey(conflict) === conflictKey(first))).toEqual([
    { target: { kind: 'figure', id: 'x' }, changes: { value: '1', source: 'Báo cáo' }, base: 5 },
    { target: { kind: 'figure', id: 'y' }, changes: { value: '2', source: 'của tôi' }, base: 9 },
  ]);
  expect(entriesOf(preview, () => false)).toHaveLength(2);
  expect(entriesOf({ ...preview, base: null }, () => true)).toEqual([]);
});
