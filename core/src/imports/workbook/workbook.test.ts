import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { illustrativeRound } from '../../illustration/illustrative-round.ts';
import type { Cell } from '../../ledger/cell.ts';
import type { FieldValue, Target } from '../../ledger/entry.ts';
import { targetKey } from '../../ledger/entry.ts';
import { fieldsOfEntry } from '../../ledger/fields.ts';
import { readStoredNumber } from '../../quantity/stored-number.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { readYaml } from '../../reading/yaml.ts';
import { answerForms } from '../../rules/answer-form.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import { prepareScheme } from '../../scoring/prepared.ts';
import { declarable } from '../../snapshot/check-body.ts';
import { bodyShapes } from '../../snapshot/shape.ts';
import type { SheetEntry } from '../../snapshot/types.ts';
import { domain, item, scheme } from '../../testing/small-round.ts';
import { LANGUAGES, type Language } from '../../words/index.ts';
import { schemeNames } from '../../words/scheme-names.ts';
import { whyText } from '../../words/workbook-words.ts';
import { addressOf, type ReadWorkbook, type WorkbookCell } from './cells.ts';
import { type ComparedSheet, compareWorkbook } from './compare.ts';
import { identifyWorkbook } from './identify.ts';
import { workbookLayout } from './layout.ts';
import { formRows } from './rows.ts';

const read = (name: string): Scheme =>
  readScheme(readYaml(readFileSync(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url), 'utf8')).value, new Faults()) as Scheme;
const PROVINCE = read('province-2022');
const SCHEMES = [PROVINCE, read('commune-nq57-2026'), read('illustrative-before-2022')];

type Cells = ReadonlyMap<string, Cell>;

const cellsOf = (fields: readonly (readonly [Target, Record<string, FieldValue>])[], seq = 1): Cells =>
  new Map(
    fields.map(([target, values]) => [
      targetKey(target),
      { target, fields: values as Cell['fields'], seqs: Object.fromEntries(Object.keys(values).map((field) => [field, seq])) },
    ]),
  );

/** A sheet that was made up from a seed, with texts beside its figures and answers. */
function madeUp(scheme: Scheme, seed: number, texts: readonly string[]): Cells {
  const round = illustrativeRound(scheme, { bodies: 1, year: 2022, seed, name: 'Tỉnh Minh họa', type: 'province' }) as unknown as {
    figures: Record<string, Record<string, { value: string | boolean }>>;
    sheets: Record<string, Record<string, SheetEntry>>;
  };
  const text = (index: number): string => texts[index % texts.length] as string;
  const [figures] = Object.values(round.figures);
  const [answers] = Object.values(round.sheets);
  return cellsOf([
    ...Object.entries(figures ?? {}).map(
      ([id, { value }], index) =>
        [
          { kind: 'figure', id },
          { value, source: text(index), date: '2022-12-31', vintage: text(index + 1) },
        ] as const,
    ),
    ...Object.entries(answers ?? {}).flatMap(([id, entry], index) =>
      entry.state === 'notAccepted'
        ? []
        : [
            [
              { kind: 'item', id },
              { ...fieldsOfEntry(entry), justification: text(index) },
            ] as const,
          ],
    ),
  ]);
}

function sheetOf(scheme: Scheme, now: Cells, made = now, seq = 1): ComparedSheet {
  const known = declarable(scheme);
  return {
    entryRules: { known, shapes: bodyShapes(known) },
    rows: formRows(scheme, answerForms(prepareScheme(scheme))),
    now: (target) => now.get(targetKey(target)),
    whenMade: (target) => made.get(targetKey(target)),
    seq,
  };
}

const IDS = { round: 'minh-hoa-2022', body: 'tinh-minh-hoa-01', edition: 'province-2022', editionHash: 'abc' };
const NAMES = { round: '2022', body: 'Tỉnh Minh họa 01', edition: 'Bộ tiêu chí minh họa' };
const PLACE = { ...IDS, seq: 7, names: NAMES };

/** The workbook as a program would give it back. */
function workbookOf(scheme: Scheme, cells: Cells, language: Language = 'vi'): ReadWorkbook {
  const { rows } = sheetOf(scheme, cells);
  const layout = workbookLayout(rows, schemeNames(scheme, language), {
    about: { ...IDS, format: '1', seq: '5', madeAt: '2023-01-15T02:00:00.000Z' },
    facts: [],
    lines: ['Tỉnh Minh họa 01, năm đánh giá 2022'],
    fieldsOf: (target) => cells.get(targetKey(target))?.fields ?? {},
  });
  return {
    sheets: layout.map(({ name, rows: lines }) => ({
      name,
      hidden: false,
      merges: [],
      cells: lines.flatMap(({ cells: line }, row) =>
        line.flatMap(({ value }, column): WorkbookCell[] => {
          if (value === undefined) return [];
          const place = { row: row + 1, column: column + 1, format: 'general' as const };
          return [{ ...place, ...('number' in value ? { kind: 'number' as const, text: value.number } : { kind: 'text' as const, text: value.text }) }];
        }),
      ),
    })),
  };
}

type Content = Partial<Pick<WorkbookCell, 'kind' | 'format' | 'text'>> | null;

/** The workbook with other contents in cells that are named by their row's and their column's hidden names; with their addresses. */
function edited(
  workbook: ReadWorkbook,
  edits: readonly (readonly [row: string, column: string, content: Content])[],
): { workbook: ReadWorkbook; places: string[] } {
  const places: string[] = [];
  let { sheets } = workbook;
  for (const [row, column, content] of edits) {
    const sheet = sheets.find(({ cells }) => cells.some((cell) => cell.column === 1 && cell.text === row));
    if (!sheet) throw new Error(`no row ${row}`);
    const at = {
      row: sheet.cells.find((cell) => cell.column === 1 && cell.text === row)?.row as number,
      column: sheet.cells.find((cell) => cell.row === 1 && cell.text === column)?.column as number,
    };
    places.push(addressOf(sheet.name, at));
    const others = sheet.cells.filter((cell) => cell.row !== at.row || cell.column !== at.column);
    const cells = content === null ? others : [...others, { ...at, kind: 'text' as const, format: 'general' as const, text: '', ...content }];
    sheets = sheets.map((each) => (each === sheet ? { ...sheet, cells } : each));
  }
  return { workbook: { sheets }, places };
}

const number = (text: string): Content => ({ kind: 'number', text });
const words = (text: string): Content => ({ kind: 'text', text });

const comparable = (value: FieldValue): FieldValue => {
  if (typeof value === 'string') return value.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();
  return Array.isArray(value) ? value.toSorted() : value;
};
/** What a workbook says of fields: an empty text not at all. */
const expected = (fields: Cell['fields']) =>
  Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (comparable(value) === '' ? [] : [[field, comparable(value)]])));

const { rows: ROWS } = sheetOf(PROVINCE, new Map());
const figureOfType = (type: string) =>
  PROVINCE.figures.find((figure) => figure.type === type && ROWS.figures.some((row) => row.figure === figure.id))?.id as string;
const COUNT = figureOfType('count');
const itemWith = (field: string) => ROWS.items.find(({ takes }) => takes.answer?.field === field)?.item.code as string;
const YES = itemWith('answer.yes');

describe('a workbook of a sheet', () => {
  const anySheet = fc
    .record({
      scheme: fc.constantFrom(...SCHEMES),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      texts: fc.array(
        fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constantFrom('=1+1', '1.234', '05/03/2022', 'Không', 'dòng một\r\ndòng hai', ' ')),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      language: fc.constantFrom(...LANGUAGES),
    })
    .map((made) => ({ ...made, cells: madeUp(made.scheme, made.seed, made.texts) }));

  it('that nobody changed says nothing, whatever stands in it, in whichever language it was made', () => {
    fc.assert(
      fc.property(anySheet, fc.constantFrom(...LANGUAGES), ({ scheme, cells, language }, reader) => {
        expect(compareWorkbook(workbookOf(scheme, cells, language), sheetOf(scheme, cells), reader)).toEqual({ changes: [], conflicts: [], refused: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('that nobody touched says nothing either where the sheet went on meanwhile', () => {
    const now = cellsOf(
      [
        [{ kind: 'item', id: YES }, { 'answer.yes': true }],
        [{ kind: 'figure', id: COUNT }, { value: '12' }],
      ],
      9,
    );
    expect(compareWorkbook(workbookOf(PROVINCE, new Map()), sheetOf(PROVINCE, now, new Map(), 5), 'vi')).toEqual({ changes: [], conflicts: [], refused: [] });
  });

  it('carries every sheet onto an empty one: the changes say all that stood there', () => {
    fc.assert(
      fc.property(anySheet, ({ scheme, cells, language }) => {
        const { changes, conflicts, refused } = compareWorkbook(workbookOf(scheme, cells, language), sheetOf(scheme, new Map()), language);
        expect([conflicts, refused]).toEqual([[], []]);
        const said = (key: string, fields: readonly string[]) =>
          Object.fromEntries(
            fields.flatMap((field) => {
              const change = changes.find(({ input }) => targetKey(input.target) === key && input.field === field);
              return change ? [[field, comparable(change.after)]] : [];
            }),
          );
        for (const [key, { fields }] of cells) expect([key, said(key, Object.keys(fields))]).toEqual([key, expected(fields)]);
      }),
      { numRuns: 20 },
    );
  });

  it('tells all at once: changes with their addresses, what others wrote since, and each cell that is not taken, with why', () => {
    const made = cellsOf(
      [
        [
          { kind: 'figure', id: COUNT },
          { value: '10', source: 'Báo cáo 1' },
        ],
      ],
      3,
    );
    const now = cellsOf(
      [
        [
          { kind: 'figure', id: COUNT },
          { value: '11', source: 'Báo cáo 1' },
        ],
      ],
      6,
    );
    const { workbook, places } = edited(workbookOf(PROVINCE, made), [
      [`figure ${COUNT}`, 'answer', number('12')],
      [`item ${YES} answer.yes`, 'answer', words('có')],
      [`item ${YES} answer.yes`, 'justification', words('Theo Kế hoạch 12/KH-MH')],
      [
        `figure ${ROWS.figures.find(({ figure }) => figure !== COUNT && PROVINCE.figures.find(({ id }) => id === figure)?.type === 'count')?.figure}`,
        'answer',
        words('1,5'),
      ],
    ]);
    const { changes, conflicts, refused } = compareWorkbook(workbook, sheetOf(PROVINCE, now, made, 5), 'vi');
    expect(changes.map(({ cell, input, before, after }) => [cell, input.field, before, after])).toEqual([
      [places[1], 'answer.yes', null, true],
      [places[2], 'justification', null, 'Theo Kế hoạch 12/KH-MH'],
    ]);
    expect(conflicts.map(({ cell, before, after, seq }) => [cell, before, after, seq])).toEqual([[places[0], '11', '12', 6]]);
    expect(refused).toEqual([{ cell: places[3], why: { code: 'typedNumber', reason: 'notWhole' } }]);
  });

  it('a cell that was emptied asks to take away what stood there; one that was empty asks nothing', () => {
    const cells = cellsOf([
      [
        { kind: 'figure', id: COUNT },
        { value: '10', source: 'Báo cáo 1' },
      ],
    ]);
    const { workbook } = edited(workbookOf(PROVINCE, cells), [
      [`figure ${COUNT}`, 'answer', null],
      [`figure ${COUNT}`, 'source', null],
    ]);
    const { changes } = compareWorkbook(workbook, sheetOf(PROVINCE, cells), 'vi');
    expect(changes.map(({ input, after }) => [input.field, after]).toSorted()).toEqual([
      ['source', null],
      ['value', null],
    ]);
  });

  it('a reason brings the state that it is for; a level takes along what stood beside the old one, where it takes no points itself', () => {
    const levels = [
      { id: 'tot', title: { vi: 'Tốt' }, upTo: '1' },
      { id: 'kha', title: { vi: 'Khá' }, upTo: '0.5' },
      { id: 'kem', title: { vi: 'Kém' }, points: '0' },
    ];
    const made = scheme({
      domains: [
        domain('1', [
          item('1.1', {
            rule: { kind: 'levels', levels },
            whenNotApplicable: 'reduceMaximum',
            notArisen: { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' },
          }),
        ]),
      ],
    });
    const small = readScheme(readJson(JSON.stringify(made)).value, new Faults()) as Scheme;
    const standing = cellsOf([
      [
        { kind: 'item', id: '1.1' },
        { 'answer.level': 'tot', 'answer.points': '0.4' },
      ],
    ]);
    const said = (...edits: readonly (readonly [string, string, Content])[]) => {
      const { changes, refused } = compareWorkbook(edited(workbookOf(small, standing), edits).workbook, sheetOf(small, standing), 'vi');
      return [Object.fromEntries(changes.map(({ input, after }) => [input.field, after])), refused.map(({ cell, why }) => [cell, why.code])];
    };
    expect(said(['item 1.1 answer.level', 'answer', words('khá')])).toEqual([{ 'answer.level': 'kha' }, []]);
    expect(said(['item 1.1 answer.level', 'answer', words('Kém')])).toEqual([{ 'answer.level': 'kem', 'answer.points': null }, []]);
    // Two cells that do not go together are refused, and a third one stands all the same.
    expect(said(['item 1.1 answer.points', 'answer', number('1.5')], ['item 1.1 answer.level', 'justification', words('Theo Kế hoạch')])).toEqual([
      { justification: 'Theo Kế hoạch' },
      [['Bảng tự chấm điểm!G6', 'rule']],
    ]);
    expect(
      said(
        ['item 1.1 answer.level', 'answer', null],
        ['item 1.1 answer.points', 'answer', null],
        ['item 1.1 answer.level', 'reason', words('Không phát sinh')],
      ),
    ).toEqual([{ 'answer.level': null, 'answer.points': null, reason: 'Không phát sinh', state: 'notApplicable' }, []]);
  });

  it.each<[string, string, string, Content, string]>([
    ['a formula', `figure ${COUNT}`, 'answer', { kind: 'formula', text: '12' }, 'formula'],
    ['an error', `figure ${COUNT}`, 'answer', { kind: 'error', text: '#REF!' }, 'errorValue'],
    ['words for a number', `figure ${COUNT}`, 'answer', words('khoảng mười'), 'typedNumber'],
    ['a number that became a date', `figure ${COUNT}`, 'answer', { kind: 'number', format: 'date', text: '44927' }, 'dateForNumber'],
    ['a share for a number', `figure ${COUNT}`, 'answer', { kind: 'number', format: 'percent', text: '0.95' }, 'percentForNumber'],
    ['a date that became a number', `figure ${COUNT}`, 'date', { kind: 'number', format: 'date', text: '44927' }, 'numberForDate'],
    ['a day that is none', `figure ${COUNT}`, 'date', words('31/02/2022'), 'typedDate'],
    ['more digits than a spreadsheet keeps', `figure ${COUNT}`, 'answer', number('0.30000000000000004'), 'notExact'],
    ['what is no choice', `item ${YES} answer.yes`, 'answer', words('có lẽ'), 'unknownChoice'],
    ['below nothing', `figure ${COUNT}`, 'answer', number('-3'), 'rule'],
    ['a text that is too long', `item ${YES} answer.yes`, 'justification', words('x'.repeat(10_001)), 'rule'],
  ])('refuses %s, with its cell', (_, row, column, content, code) => {
    const standing = cellsOf([[{ kind: 'figure', id: COUNT }, { value: '1' }]]);
    const { workbook, places } = edited(workbookOf(PROVINCE, standing), [[row, column, content]]);
    const { changes, refused } = compareWorkbook(workbook, sheetOf(PROVINCE, standing), 'vi');
    expect([changes, refused.map(({ cell, why }) => [cell, why.code])]).toEqual([[], [[places[0], code]]]);
    for (const language of LANGUAGES) expect(refused.map(({ why }) => whyText(why, language))).toEqual([expect.stringMatching(/^\S.{10,}/s)]);
  });

  it('names both readings of a number that can be read in two ways', () => {
    const amount = PROVINCE.figures.find(
      ({ type, id }) => type !== 'count' && type !== 'date' && type !== 'yesNo' && ROWS.figures.some(({ figure }) => figure === id),
    )?.id;
    const row = amount === undefined ? ROWS.items.find(({ takes }) => takes.answer?.field === 'answer.points')?.id : `figure ${amount}`;
    const { workbook } = edited(workbookOf(PROVINCE, new Map()), [[row as string, 'answer', words('1,234')]]);
    const { refused } = compareWorkbook(workbook, sheetOf(PROVINCE, new Map()), 'vi');
    expect(refused.map(({ why }) => whyText(why, 'vi'))).toEqual(['“1,234” có thể là 1,234 hoặc 1.234. Hãy ghi lại để chỉ còn một cách đọc.']);
  });

  it('refuses the whole where cells are merged, sheets hidden or copied, columns gone: an empty cell would say what nobody meant', () => {
    const cells = cellsOf([[{ kind: 'figure', id: COUNT }, { value: '10' }]]);
    const { workbook } = edited(workbookOf(PROVINCE, cells), [[`figure ${COUNT}`, 'answer', number('11')]]);
    const [items, figures, ...rest] = workbook.sheets;
    const codes = (sheets: ReadWorkbook['sheets']) => {
      const { changes, refused } = compareWorkbook({ sheets }, sheetOf(PROVINCE, cells), 'vi');
      return [changes.length, refused.map(({ cell, why }) => [cell, why.code])];
    };
    if (!items || !figures) throw new Error('two sheets at least');
    expect(codes([items, figures, ...rest])).toEqual([1, []]);
    expect(codes([{ ...items, merges: ['B3:C4'] }, figures, ...rest])).toEqual([0, [['Bảng tự chấm điểm!B3:C4', 'mergedCells']]]);
    expect(codes([items, figures, ...rest, { name: 'Ẩn', hidden: true, cells: [], merges: [] }])).toEqual([0, [['Ẩn', 'hiddenSheet']]]);
    expect(codes([items, figures, { ...figures, name: 'Số liệu (2)' }])).toEqual([
      0,
      [
        ['Số liệu', 'sheetTwice'],
        ['Số liệu (2)', 'sheetTwice'],
      ],
    ]);
    expect(codes([items])).toEqual([0, [[null, 'sheetMissing']]]);
    expect(codes([items, { ...figures, cells: figures.cells.filter(({ text }) => text !== 'date') }])).toEqual([0, [['Số liệu!1:1', 'columnMissing']]]);
  });

  it('finds rows wherever they were moved to, and refuses those that it cannot tell whose they are', () => {
    const { workbook } = edited(workbookOf(PROVINCE, new Map()), [[`figure ${COUNT}`, 'answer', number('7')]]);
    const [items, figures] = workbook.sheets as [ReadWorkbook['sheets'][number], ReadWorkbook['sheets'][number]];
    const from = figures.cells.find(({ column, text }) => column === 1 && text === `figure ${COUNT}`)?.row as number;
    const moved = figures.cells.map((cell) => (cell.row === from ? { ...cell, row: 900 } : cell));
    const copied = figures.cells.flatMap((cell) => (cell.row === from ? [cell, { ...cell, row: 901 }] : [cell]));
    const added = [...figures.cells, { row: 950, column: 5, kind: 'text' as const, format: 'general' as const, text: 'của ai?' }];
    const compared = (cells: readonly WorkbookCell[]) => compareWorkbook({ sheets: [items, { ...figures, cells }] }, sheetOf(PROVINCE, new Map()), 'vi');
    expect(compared(moved).changes.map(({ cell, after }) => [cell, after])).toEqual([['Số liệu!E900', '7']]);
    expect(compared(copied)).toMatchObject({ changes: [{ after: '7' }], refused: [{ cell: 'Số liệu!A901', why: { code: 'rowTwice' } }] });
    expect(compared(added).refused).toMatchObject([{ cell: 'Số liệu!E950', why: { code: 'rowUnnamed' } }]);
  });

  it('is known by its round, body, edition and version, and tells all that differ, with their cells', () => {
    const workbook = workbookOf(PROVINCE, new Map());
    expect(identifyWorkbook(workbook, PLACE)).toEqual({ kind: 'known', seq: 5, madeAt: '2023-01-15T02:00:00.000Z' });
    const told = identifyWorkbook(workbook, { round: 'khac', body: 'tinh-minh-hoa-02', edition: 'khac', editionHash: 'x', seq: 4, names: NAMES });
    expect(told).toMatchObject({
      refused: [
        { cell: 'Hướng dẫn!C5', why: { code: 'otherRound' } },
        { cell: 'Hướng dẫn!C6', why: { code: 'otherBody' } },
        { cell: 'Hướng dẫn!C7', why: { code: 'otherEdition' } },
        { cell: 'Hướng dẫn!C9', why: { code: 'unknownVersion' } },
      ],
    });
    expect(identifyWorkbook(workbook, { ...PLACE, editionHash: 'x' })).toMatchObject({ refused: [{ cell: 'Hướng dẫn!C8', why: { code: 'editionChanged' } }] });
    expect(identifyWorkbook({ sheets: [] }, PLACE)).toMatchObject({ kind: 'refused', refused: [{ cell: null, why: { code: 'notThisWorkbook' } }] });
  });
});

describe('a number as a spreadsheet stores it', () => {
  it.each([
    ['77.099999999999994', '77.1'],
    ['1.2E-3', '0.001'.concat('2')],
    ['1E2', '100'],
    ['-0.50', '-0.5'],
    ['123456789012', '123456789012'],
    ['0', '0'],
  ])('%s is %s', (stored, value) => expect(readStoredNumber(stored)).toEqual({ kind: 'read', value }));

  it.each([
    ['0.30000000000000004', 'notExact'],
    ['1E12', 'tooManyDigits'],
    ['1E-13', 'tooManyPlaces'],
    ['1,5', 'notDigits'],
    ['NaN', 'notDigits'],
  ])('%s is refused: %s', (stored, reason) => expect(readStoredNumber(stored)).toEqual({ kind: 'refused', reason }));

  it('every number of at most 15 digits comes back from the binary form just as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 3, max: 12 }), (digits, places) => {
        const text = `${digits < 0 ? '-' : ''}${String(Math.abs(digits))
          .padStart(places + 1, '0')
          .replace(new RegExp(`(\\d{${places}})$`), '.$1')}`;
        expect(readStoredNumber(Number(text).toPrecision(17))).toEqual(readStoredNumber(text));
      }),
    );
  });
});
