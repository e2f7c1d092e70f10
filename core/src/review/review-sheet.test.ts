import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Target, targetKey } from '../ledger/entry.ts';
import { UNTOUCHED } from '../ledger/fold.ts';
import { sheetDataAt } from '../ledger/sheet-data.ts';
import { compare, fromFraction } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { scoreSheet } from '../scoring/score-sheet.ts';
import type { PreviousBody } from '../snapshot/types.ts';
import type { JsonObject } from '../testing/documents.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { findingText } from '../words/finding-text.ts';
import { LANGUAGES } from '../words/index.ts';
import { schemeNames } from '../words/scheme-names.ts';
import { defaultChecks, type SheetChecks } from './checks.ts';
import { SEVERITIES } from './finding.ts';
import { type Review, reviewSheet } from './review-sheet.ts';
import type { AwaitingApproval, CitedHint } from './reviewed-sheet.ts';

const read = (changes: JsonObject): Scheme => readScheme(readJson(JSON.stringify(scheme(changes))).value, new Faults()) as Scheme;

const ratio = (part: string, whole: string) => ({ kind: 'proportional', of: { ratio: [part, whole], whenNothing: 'zero', over: 'refuse' }, target: '1' });

/** Two domains, with an item of each manner of answering. */
const SCHEME = read({
  figures: [
    { id: 'done', type: 'count', title: { vi: 'Số đã làm' } },
    { id: 'planned', type: 'count', title: { vi: 'Số phải làm' } },
    { id: 'online', type: 'count' },
    { id: 'now', type: 'amount' },
    { id: 'base', type: 'amount' },
    { id: 'rate', type: 'number' },
    { id: 'issued', type: 'date' },
    { id: 'due', type: 'date' },
  ],
  survey: { questions: [{ id: 'hailong' }] },
  domains: [
    domain('1', [
      item('1.1', { maximum: '2' }),
      item('1.2', { rule: ratio('done', 'planned') }),
      item('1.3', { maximum: '3', rule: { kind: 'bands', of: { days: ['issued', 'due'] }, bands: [{ from: '0', points: '3' }], otherwise: '0' } }),
      item('1.4', { whenNotApplicable: 'reduceMaximum', notArisen: { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' } }),
    ]),
    domain('2', [
      item('2.1', { rule: { kind: 'bands', of: { formula: 'now / base' }, bands: [{ from: '1', points: '1' }], otherwise: '0.5' } }),
      item('2.2', { source: 'satisfaction', rule: { kind: 'proportional', of: { estimate: 'hailong' }, target: '1' } }),
      item('2.3', { rule: { kind: 'perUnit', of: { figure: 'online' }, points: '0.1' } }),
      item('2.4', { source: 'statistic', rule: { kind: 'perUnit', of: { figure: 'rate' }, points: '0.01' } }),
    ]),
  ],
});

type Cells = Readonly<Record<string, Readonly<Record<string, string | boolean | readonly string[]>>>>;

/** All is answered, explained and well. */
const COMPLETE: Cells = {
  'item 1.1': { 'answer.yes': true, justification: 'Theo kế hoạch (minh họa)' },
  'figure done': { value: '9' },
  'figure planned': { value: '10' },
  'item 1.2': { citations: ['0d5a3f0e-3c55-4c0e-9a57-6f3d1f0c2b11/1'] },
  'figure issued': { value: '2026-02-01', citations: ['0d5a3f0e-3c55-4c0e-9a57-6f3d1f0c2b11/1'] },
  'figure due': { value: '2026-03-01' },
  'item 1.4': { 'answer.yes': true, citations: ['0d5a3f0e-3c55-4c0e-9a57-6f3d1f0c2b11/1'] },
  'figure now': { value: '12' },
  'figure base': { value: '10' },
  'item 2.1': { justification: 'Theo báo cáo (minh họa)' },
  'figure online': { value: '4' },
  'item 2.3': { justification: 'Theo báo cáo (minh họa)' },
  'figure rate': { value: '50', source: 'Cục Thống kê Minh họa', citations: ['0d5a3f0e-3c55-4c0e-9a57-6f3d1f0c2b11/1'] },
};

interface More {
  readonly checks?: Partial<SheetChecks>;
  readonly previous?: PreviousBody;
  readonly hints?: readonly CitedHint[];
  readonly awaitingApproval?: readonly AwaitingApproval[];
}

function review(cells: Cells, { checks = {}, previous, hints = [], awaitingApproval = [] }: More = {}): Review {
  const prepared = prepareScheme(SCHEME);
  const targets = Object.entries(cells).map(([key, fields]) => {
    const [kind = '', id = ''] = key.split(' ');
    return [{ kind: kind as 'item' | 'figure', id }, fields] as const;
  });
  const claimed = new Map(targets.map(([target, fields]) => [targetKey(target), { target, fields, seqs: {} }]));
  const { figures, sheet } = sheetDataAt(SCHEME, { columns: { ...UNTOUCHED.columns, claimed } }, 'claimed');
  const body = { id: 'a', name: 'Tỉnh Minh họa 01', code: null, block: null, ranked: true, admission: { state: 'admitted' } } as const;
  const data = { body, figures, sheet, estimates: undefined, previous };
  const score = scoreSheet(prepared, data, figureTypesOf(SCHEME), new Set());
  const at = new Map(targets.map(([target, fields]) => [targetKey(target), fields]));
  const fields = (target: (typeof targets)[number][0]) => at.get(targetKey(target)) ?? {};
  return reviewSheet({ prepared, year: 2026, score, figures, previous, fields, hints, awaitingApproval }, { ...defaultChecks(SCHEME.id), ...checks });
}

/** A finding as one line: "!" must be mended, "?" explained, "." told. */
const lines = ({ findings }: Review) =>
  findings.map(
    ({ code, severity, where, costs }) => `${{ mustMend: '!', mustExplain: '?', told: '.' }[severity]} ${code} ${where.figure ?? where.item} ${costs}`,
  );

const without = (...keys: string[]): Cells => Object.fromEntries(Object.entries(COMPLETE).filter(([key]) => !keys.includes(key)));
const withCells = (cells: Cells): Cells => ({ ...COMPLETE, ...cells });

describe('[F47] the check before sending', () => {
  it('has nothing to say of a sheet in which all is answered, proven and plausible', () => {
    expect(review(COMPLETE)).toEqual({
      findings: [],
      totals: { mustMend: { count: 0, costs: '0/1' }, mustExplain: { count: 0, costs: '0/1' }, told: { count: 0, costs: '0/1' } },
    });
  });

  it('lists an empty sheet at once, the most points first; what surveys give is not the body’s', () => {
    const empty = review({});
    expect(lines(empty)).toEqual([
      '! unanswered 1.3 3/1',
      '! unanswered 1.1 2/1',
      '! unanswered 1.2 1/1',
      '! unanswered 1.4 1/1',
      '! unanswered 2.1 1/1',
      '! unanswered 2.3 1/1',
      '! unanswered 2.4 1/1',
    ]);
    expect(empty.totals.mustMend).toEqual({ count: 7, costs: '10/1' });
  });

  it.each<[string, Cells, string[], More?]>([
    [
      'what is claimed not to have arisen, with its reason and document',
      withCells({ 'item 1.4': { state: 'notApplicable', reason: 'Trong năm không phát sinh', citations: ['0d5a3f0e-3c55-4c0e-9a57-6f3d1f0c2b11/1'] } }),
      ['. notArisen 1.4 1/1'],
    ],
    [
      'the same without a document',
      withCells({ 'item 1.4': { state: 'notApplicable', reason: 'Trong năm không phát sinh' } }),
      ['! notArisenUnproven 1.4 1/1', '. notArisen 1.4 1/1'],
    ],
    ['an answer that lacks a figure', without('figure planned'), ['! incomplete planned 1/1']],
    ['what others answer is not missed', without('item 1.1'), [], { checks: { notAsked: ['1.1'] } }],
    ['a part larger than its whole, by the scheme', withCells({ 'figure done': { value: '11' } }), ['! partOverWhole done 1/1']],
    [
      'a part larger than its whole, as declared beside the scheme',
      withCells({ 'figure online': { value: '11' } }),
      ['! partOverWhole online 19/10'],
      { checks: { partOfWhole: [{ part: 'online', whole: 'planned' }] } },
    ],
    ['a whole of nothing in a formula', withCells({ 'figure base': { value: '0' } }), ['! divisionByZero base 1/1']],
    [
      'a percentage over 100',
      withCells({ 'figure rate': { value: '100.5', citations: ['x'] } }),
      ['! percentOutOfRange rate 1/1'],
      { checks: { percentages: ['rate'] } },
    ],
    ['100 percent is none', withCells({ 'figure rate': { value: '100', citations: ['x'] } }), [], { checks: { percentages: ['rate'] } }],
    ['a date outside the year', withCells({ 'figure issued': { value: '2025-12-31', citations: ['x'] } }), ['? dateOutsideYear issued 3/1']],
    [
      'a date in a span that is declared',
      withCells({ 'figure issued': { value: '2025-12-31', citations: ['x'] } }),
      [],
      { checks: { dates: [{ figure: 'issued', yearsBefore: '1', yearsAfter: '0' }] } },
    ],
    ['points on which nothing is said', withCells({ 'item 1.2': {} }), ['? pointsWithoutProof 1.2 9/10']],
    ['a statistic of which nobody says whence it comes', withCells({ 'figure rate': { value: '50' } }), ['? pointsWithoutProof 2.4 1/2']],
    [
      'a source that is named is no document',
      withCells({ 'figure rate': { value: '50', source: 'Cục Thống kê Minh họa' } }),
      ['. sourceWithoutDocument 2.4 1/2'],
    ],
    ['a full stop names no source', withCells({ 'figure rate': { value: '50', source: '.' } }), ['? pointsWithoutProof 2.4 1/2']],
    ['a document that a figure cites is proof', withCells({ 'item 1.2': {}, 'figure done': { value: '9', citations: ['x'] } }), []],
    ['no points want no proof', withCells({ 'item 1.1': { 'answer.yes': false } }), []],
    ['a severity of one’s own', without('item 1.1'), ['. unanswered 1.1 2/1'], { checks: { severity: { unanswered: 'told' } } }],
  ])('%s', (_, cells, told, more = {}) => expect(lines(review(cells, more))).toEqual(told));

  describe('holds figures against the body’s own past', () => {
    const past = (figures: Record<string, string>, items: Record<string, string> = {}): PreviousBody => ({
      figures: Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, { value }])),
      items,
    });
    const far = (done: string, before: string, checks: Partial<SheetChecks> = {}) =>
      lines(review(withCells({ 'figure done': { value: done }, 'figure planned': { value: '1000' } }), { previous: past({ done: before }), checks }));

    it('far is what exceeds both a share of last year’s value and a plain difference: exactly at the edge is not', () => {
      expect(far('150', '100')).toEqual([]);
      expect(far('151', '100')).toEqual(['? figureFarFromPast done 151/1000']);
      expect(far('49', '100')).toEqual(['? figureFarFromPast done 49/1000']);
      expect(far('12', '2')).toEqual([]);
      expect(far('13', '2')).toEqual(['? figureFarFromPast done 13/1000']);
    });
    it('thresholds are declared, for all figures and for one; what is not to be compared is not', () => {
      const farFromPast = { ...defaultChecks('x').farFromPast, own: [{ figure: 'done', relative: '0.1', absolute: '0' }] };
      expect(far('12', '10', { farFromPast })).toEqual(['? figureFarFromPast done 3/250']);
      expect(far('151', '100', { farFromPast: { ...farFromPast, own: [], notCompared: ['done'] } })).toEqual([]);
    });
    it('a justification at an item that uses the figure explains it', () => {
      const cells = withCells({
        'figure done': { value: '60' },
        'figure planned': { value: '100' },
        'item 1.2': { justification: 'Tăng nhiệm vụ (minh họa)' },
      });
      expect(lines(review(cells, { previous: past({ done: '10' }) }))).toEqual([]);
      const blank = withCells({ 'figure done': { value: '60' }, 'figure planned': { value: '100' }, 'item 1.2': { justification: ' ', citations: ['x'] } });
      expect(lines(review(blank, { previous: past({ done: '10' }) }))).toEqual(['? figureFarFromPast done 3/5']);
    });
    it('points far from last year’s are told, with the points between', () => {
      const cells = withCells({ 'figure rate': { value: '90', citations: ['x'] } });
      expect(lines(review(cells, { previous: past({}, { '1.1': '0.5', '1.2': '0.9', '2.2': '1', '2.4': '0' }) }))).toEqual([
        '. pointsFarFromPast 1.1 3/2',
        '. pointsFarFromPast 2.4 9/10',
      ]);
    });
  });

  it('tells what does not fit in a cited document once, and never as what must be mended', () => {
    const hint = { document: 'd1', name: '12/KH-MH', hint: 'issuedAfterYear', text: 'Văn bản ban hành sau năm đánh giá.' };
    const hints = [
      { ...hint, target: { kind: 'item', id: '1.2' } },
      { ...hint, target: { kind: 'figure', id: 'done' } },
    ] as const;
    expect(lines(review(COMPLETE, { hints }))).toEqual(['. documentHint 1.2 null']);
  });

  it('[F33] [F47] what a department’s leader has not approved holds up the sheet, said by where it is', () => {
    const waiting = (target: Target, standing: AwaitingApproval['standing']): AwaitingApproval => ({ target, departments: ['Sở Minh họa A'], standing });
    const found = review(COMPLETE, { awaitingApproval: [waiting({ kind: 'item', id: '1.1' }, null), waiting({ kind: 'figure', id: 'done' }, 'entered')] });
    expect(lines(found)).toEqual(['! notApproved 1.1 null', '! notApproved done null']);
    expect(found.findings.map((one) => findingText(one, schemeNames(SCHEME, 'vi')))).toEqual([
      'Đã giao cho Sở Minh họa A; đơn vị chưa gửi số liệu.',
      'Sở Minh họa A đã nhập, chưa trình lãnh đạo đơn vị; chưa duyệt thì chưa tính vào bảng chấm điểm.',
    ]);
  });

  it('puts what must be mended before what must be explained, and that before what is told', () => {
    const cells = withCells({ 'item 1.1': { 'answer.yes': true }, 'figure done': { value: '11' } });
    const previous = { figures: {}, items: { '1.3': '0' } };
    expect(lines(review(cells, { previous }))).toEqual(['! partOverWhole done 1/1', '? pointsWithoutProof 1.1 2/1', '. pointsFarFromPast 1.3 3/1']);
  });

  it('says each finding in both languages, without a name of the code', () => {
    const cells = withCells({
      'item 1.1': {},
      'figure done': { value: '11' },
      'figure base': { value: '0' },
      'figure rate': { value: '-1' },
      'item 2.1': {},
      'figure now': { value: '9', source: 'Sở Minh họa' },
      'figure issued': { value: '2020-01-01' },
      'figure online': { value: '90' },
      'item 2.3': { citations: ['x'] },
    });
    const more: More = { checks: { percentages: ['rate'] }, previous: { figures: { online: { value: '4' } }, items: {} } };
    for (const language of LANGUAGES)
      for (const found of review(cells, more).findings) expect(findingText(found, schemeNames(SCHEME, language))).toMatch(/^\p{Lu}|^[“"]\p{L}|^\d/u);
    const [first] = review(withCells({ 'figure done': { value: '11' } })).findings;
    expect(first && findingText(first, schemeNames(SCHEME, 'vi'))).toBe('“Số đã làm” là 11, lớn hơn “Số phải làm” là 10; bộ phận không thể lớn hơn tổng số.');
  });
});

describe('[F47] the list gets shorter', () => {
  const count = fc.nat(30).map(String);
  const day = fc.constantFrom('2025-06-01', '2026-02-01', '2026-05-05', '2027-01-01');
  const said = fc.option(fc.constantFrom<string>('Theo báo cáo (minh họa)', ' '), { nil: undefined });
  /** Sheets with anything in them, and anything left out. */
  const sheets = fc
    .record({
      ...Object.fromEntries(['done', 'planned', 'online', 'now', 'base', 'rate'].map((id) => [id, fc.option(count)])),
      issued: fc.option(day),
      due: fc.option(day),
    })
    .chain((figures) =>
      fc.record({ figures: fc.constant(figures), yes: fc.option(fc.boolean()), why: fc.array(said, { minLength: 8, maxLength: 8 }), before: fc.option(count) }),
    );
  const CODES = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4'];
  const cellsOf = ({ figures, yes, why }: { figures: Record<string, string | null>; yes: boolean | null; why: (string | undefined)[] }): Cells => ({
    ...Object.fromEntries(Object.entries(figures).flatMap(([id, value]) => (value === null ? [] : [[`figure ${id}`, { value }]]))),
    ...Object.fromEntries(
      CODES.map((code, index) => [
        `item ${code}`,
        { ...(code === '1.1' && yes !== null ? { 'answer.yes': yes } : {}), ...(why[index] === undefined ? {} : { justification: why[index] }) },
      ]),
    ),
  });
  const keyOf = ({ code, where }: Review['findings'][number]) => `${code} ${where.item} ${where.figure}`;

  it('is in order, each thing once, the sum of an item’s points never counted twice', () => {
    fc.assert(
      fc.property(sheets, (made) => {
        const { findings, totals } = review(cellsOf(made), { previous: { figures: made.before === null ? {} : { done: { value: made.before } }, items: {} } });
        expect(new Set(findings.map(keyOf)).size).toBe(findings.length);
        for (const [index, found] of findings.entries()) {
          const next = findings[index + 1];
          if (!next) continue;
          const [here, there] = [found, next].map(({ severity }) => SEVERITIES.indexOf(severity)) as [number, number];
          expect(here).toBeLessThanOrEqual(there);
          if (here === there) expect(compare(fromFraction(found.costs ?? '-1/1'), fromFraction(next.costs ?? '-1/1'))).toBeGreaterThanOrEqual(0);
        }
        const hardest = new Map(findings.toReversed().map(({ where, severity }) => [where.item, severity]));
        for (const severity of SEVERITIES) expect(totals[severity].count).toBe([...hardest.values()].filter((one) => one === severity).length);
        expect(compare(fromFraction(totals.mustMend.costs), fromFraction('11/1'))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('a justification takes away what must be explained of its item, and nothing else; nothing comes in its place', () => {
    let taken = 0;
    fc.assert(
      fc.property(sheets, fc.nat(7), (made, at) => {
        const before = { figures: made.before === null ? {} : { done: { value: made.before } }, items: {} };
        const all = review(cellsOf(made), { previous: before }).findings;
        const why = made.why.with(at, 'Đã giải trình (minh họa)');
        const left = review(cellsOf({ ...made, why }), { previous: before }).findings;
        const explained = all.filter((found) => found.severity === 'mustExplain' && found.items.includes(CODES[at] as string)).map(keyOf);
        // Whether one text stands at many items hangs on the other items too.
        const besides = (findings: Review['findings']) => findings.filter(({ code }) => code !== 'sameJustification').map(keyOf);
        expect(besides(left)).toEqual(besides(all).filter((key) => !explained.includes(key)));
        taken += explained.length;
      }),
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('an answer takes away that it is missing, and brings nothing that must be mended', () => {
    fc.assert(
      fc.property(sheets, (made) => {
        const mends = (review_: Review) => review_.findings.filter(({ severity }) => severity === 'mustMend').map(keyOf);
        const all = mends(review(cellsOf({ ...made, yes: null })));
        expect(mends(review(cellsOf({ ...made, yes: true })))).toEqual(all.filter((key) => key !== 'unanswered 1.1 null'));
        expect(all).toContain('unanswered 1.1 null');
      }),
    );
  });
});
