import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { declarable } from '../snapshot/check-body.ts';
import { bodyShapes } from '../snapshot/shape.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { type BatchReader, batchKey, type CurrentFigure, type ImportedTable, judgeRows, readRows, tableOf } from './index.ts';

const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        figures: [
          { id: 'grdp', type: 'number', title: { vi: 'Tăng trưởng GRDP' } },
          { id: 'tasks', type: 'count' },
        ],
        survey: { groups: [{ id: 'leaders', weight: 1 }], questions: [{ id: 'hailong' }] },
        domains: [
          domain('1', [
            item('1.1', { source: 'statistic', rule: { kind: 'perUnit', of: { figure: 'grdp' }, points: '0.01' } }),
            item('1.2', { source: 'satisfaction', rule: { kind: 'proportional', of: { estimate: 'hailong' }, target: '1' } }),
            item('1.3', { rule: { kind: 'perUnit', of: { figure: 'tasks' }, points: '0.01' } }),
          ]),
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;
const KNOWN = declarable(SCHEME);
const READER: BatchReader = {
  prepared: prepareScheme(SCHEME),
  entryRules: { known: KNOWN, shapes: bodyShapes(KNOWN) },
  bodies: [
    { id: 'tinh-minh-hoa-01', code: '01', name: 'Tỉnh Minh họa 01' },
    { id: 'tinh-minh-hoa-02', code: '02', name: 'Tỉnh Minh họa 02' },
    { id: 'thanh-pho-minh-hoa-02', code: '03', name: 'Thành phố Minh họa 02' },
  ],
  today: '2023-06-30',
};
const NO_DEFAULTS = { source: null, date: null, vintage: null };

const HEAD = ['body', 'figure', 'value', 'answers', 'source', 'date'];
const lines = (rows: readonly (readonly string[])[]) =>
  [HEAD, ...rows].map((row, index) => ({
    line: index + 1,
    cells: new Map(row.flatMap((text, column) => (text === '' ? [] : [[column + 1, { kind: 'text', format: 'general', text }] as const]))),
  }));
const table = (rows: readonly (readonly string[])[]): ImportedTable => (tableOf('csv', null, lines(rows)) as { table: ImportedTable }).table;

/** What stands after deliveries in the order in which they came: what is plainly later is written, and nothing else. */
function standingAfter(deliveries: readonly ImportedTable[]): ReadonlyMap<string, CurrentFigure> {
  const standing = new Map<string, CurrentFigure>();
  for (const one of deliveries) {
    const { read } = readRows(one, NO_DEFAULTS, READER, 'vi');
    for (const { body, target, imported, outcome } of judgeRows(
      read,
      (key) => standing.get(key),
      () => undefined,
    ).rows)
      if (outcome === 'change') standing.set(batchKey(body, target), { told: imported, own: false });
  }
  return standing;
}

const inOrder = (standing: ReadonlyMap<string, CurrentFigure>) => [...standing].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('[F18] [F111] figures from elsewhere', () => {
  // One publication a day says one thing of a figure; who says two of one day is asked, and that is another matter.
  const publication = fc.record({
    body: fc.constantFrom('01', 'Tỉnh Minh họa 01', 'tinh-minh-hoa-02'),
    figure: fc.constantFrom('grdp', 'tăng trưởng GRDP', '1.1', 'hailong'),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const row = ({ body, figure, day }: { body: string; figure: string; day: number }): string[] => {
    const survey = figure === 'hailong';
    const of = body === 'tinh-minh-hoa-02' ? 2 : 1;
    return [body, figure, survey ? `${40 + of * day},5%` : `${of * day},25`, survey ? '600' : '', 'Cục Thống kê Minh họa', `${day}/5/2023`];
  };
  const delivery = fc
    .uniqueArray(publication, { minLength: 1, maxLength: 4, selector: ({ body, figure }) => `${body === 'tinh-minh-hoa-02'} ${figure === 'hailong'}` })
    .map((rows) => table(rows.map(row)));

  it('sent twice, late and out of order, they end in the same sheet: that of the latest of each', () => {
    fc.assert(
      fc.property(
        fc.array(delivery, { minLength: 1, maxLength: 8 }).chain((sent) =>
          fc.tuple(
            fc.constant(sent),
            fc
              .array(fc.nat(sent.length - 1), { maxLength: 8 })
              .chain((again) => fc.shuffledSubarray([...sent.keys(), ...again], { minLength: sent.length + again.length })),
          ),
        ),
        ([sent, order]) => {
          const plain = inOrder(standingAfter(sent));
          expect(inOrder(standingAfter(order.map((index) => sent[index] as ImportedTable)))).toEqual(plain);
          // Nothing that stands is earlier than anything that was told of it.
          const told = sent.flatMap((one) => readRows(one, NO_DEFAULTS, READER, 'vi').read);
          for (const [key, { told: stands }] of plain)
            for (const each of told) if (batchKey(each.body, each.target) === key) expect((stands.date ?? '') >= each.imported.date).toBe(true);
        },
      ),
    );
  });

  it('what is of one day and says two things is left to a person, in either order', () => {
    const [a, b] = [table([['01', 'grdp', '7,25', '', 'A', '1/5/2023']]), table([['01', 'grdp', '7,5', '', 'A', '1/5/2023']])];
    for (const [first, second] of [
      [a, b],
      [b, a],
    ] as const) {
      const standing = standingAfter([first]);
      const { read } = readRows(second, NO_DEFAULTS, READER, 'vi');
      const { rows } = judgeRows(
        read,
        (key) => standing.get(key),
        () => undefined,
      );
      expect(rows.map(({ outcome }) => outcome)).toEqual(['sameDay']);
    }
  });

  it.each([
    ['minh hoa 02', 'grdp', '5', '', 'bodyAmbiguous'],
    ['Tỉnh Minh họa 02', 'grdp', '1.234', '', 'twoReadings'],
    ['02', 'tasks', '-1', '', 'outOfRange'],
    ['02', 'hailong', '75,03', '10', 'notAShare'],
    ['02', 'hailong', '75,03%', '', 'answersMissing'],
    ['02', 'hailong', '75,12345%', '10', 'tooManyPlaces'],
    ['02', 'grdp', '5%', '', 'percent'],
    ['02', '1.9', '5', '', 'figureUnknown'],
  ])('%s, %s: “%s” (%s) → %s', (body, figure, value, answers, code) => {
    const { read, refused } = readRows(table([[body, figure, value, answers, 'A', '1/5/2023']]), NO_DEFAULTS, READER, 'vi');
    expect([read, refused.map(({ why }) => ('reason' in why ? why.reason : 'fault' in why ? why.fault.code : why.code))]).toEqual([[], [code]]);
  });

  it('a name that a spreadsheet has made a number of is no name; all that is wrong with a row is told at once', () => {
    const cells = {
      body: { kind: 'number', format: 'general', text: '1' },
      figure: { kind: 'text', format: 'general', text: 'grdp' },
      value: { kind: 'number', format: 'general', text: '5' },
    } as const;
    const { refused } = readRows({ form: 'xlsx', sheet: 'A', columns: {}, rows: [{ line: 2, cells }] }, NO_DEFAULTS, READER, 'vi');
    expect(refused.map(({ column, why }) => [column, why.code])).toEqual([
      ['body', 'wrongKind'],
      ['source', 'delivery'],
      ['date', 'delivery'],
    ]);
  });
});
