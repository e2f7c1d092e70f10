import { describe, expect, it } from 'vitest';
import { targetKey } from '../ledger/entry.ts';
import { UNTOUCHED } from '../ledger/fold.ts';
import { sheetDataAt } from '../ledger/sheet-data.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { scoreIfConfirmed } from '../scoring/claims.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { scoreSheet } from '../scoring/score-sheet.ts';
import { ownPoints, ownPointsIfUnconfirmed } from '../scoring/sheet-points.ts';
import type { PreviousBody } from '../snapshot/types.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { findingText } from '../words/finding-text.ts';
import { schemeNames } from '../words/scheme-names.ts';
import { defaultChecks } from './checks.ts';
import { countedFinding, mendCounts } from './mend-counts.ts';
import { reviewSheet } from './review-sheet.ts';
import { saysSomething } from './says-something.ts';

const ratio = (part: string, whole: string, whenNothing: string) => ({
  kind: 'proportional',
  of: { ratio: [part, whole], whenNothing, over: 'allow' },
  target: '1',
});
const notArisen = { when: { vi: 'Không phát sinh' }, legalBasis: 'Quyết định số 1' };
const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        figures: ['a', 'b', 'c', 'lastYear'].map((id) => ({ id, type: 'count', title: { vi: `Số liệu ${id}` } })),
        domains: [
          domain('1', [
            item('1.1', { whenNotApplicable: 'reduceMaximum', notArisen, rule: ratio('a', 'b', 'notApplicable') }),
            item('1.2', { whenNotApplicable: 'reduceMaximum', rule: ratio('a', 'b', 'notApplicable') }),
            item('1.3', { rule: ratio('a', 'b', 'full') }),
            item('1.4', { rule: ratio('c', 'lastYear', 'zero') }),
          ]),
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;

type Cells = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

function looked(cells: Cells, previous?: PreviousBody) {
  const prepared = prepareScheme(SCHEME);
  const claimed = new Map(
    Object.entries(cells).map(([key, fields]) => {
      const [kind = '', id = ''] = key.split(' ');
      const target = { kind: kind as 'item' | 'figure', id };
      return [targetKey(target), { target, fields, seqs: {} }];
    }),
  );
  const { figures, sheet } = sheetDataAt(SCHEME, { columns: { ...UNTOUCHED.columns, claimed } }, 'claimed');
  const body = { id: 'a', name: 'Tỉnh Minh họa 01', code: null, block: null, ranked: true, admission: { state: 'admitted' } } as const;
  const data = { body, figures, sheet, estimates: undefined, previous };
  const score = scoreSheet(prepared, data, figureTypesOf(SCHEME), new Set());
  const checks = { ...defaultChecks(SCHEME.id), lastYear: [{ figure: 'lastYear', of: 'c' }] };
  const { findings } = reviewSheet(
    {
      ...{ prepared, year: 2026, score, figures, previous, hints: [], awaitingApproval: [] },
      fields: (target) => claimed.get(targetKey(target))?.fields ?? {},
    },
    checks,
  );
  return { score, findings, confirmed: scoreIfConfirmed(prepared, data, figureTypesOf(SCHEME), new Set()) };
}

const NOTHING: Cells = { 'figure a': { value: '0' }, 'figure b': { value: '0' }, 'figure c': { value: '5' }, 'figure lastYear': { value: '5' } };
const told = ({ findings }: ReturnType<typeof looked>) => findings.map(({ severity, code, where }) => `${severity} ${code} ${where.item}`);

describe('[F17][F47] figures of 0 of 0', () => {
  it('take nothing off the maximum: a claim where the scheme lets it be asked for, refused where it does not, full points as the scheme gives them', () => {
    const { score, confirmed } = looked(NOTHING);
    expect(score.result.items.map(({ state, points, maximum, explanation }) => [state, points, maximum, explanation.because])).toEqual([
      ['notAnswered', '0/1', '1/1', 'claimed'],
      ['notAnswered', '0/1', '1/1', 'refused'],
      ['scored', '1/1', '1/1', 'whenNothing'],
      ['scored', '1/1', '1/1', null],
    ]);
    expect([score.result.maximum, confirmed?.result.maximum]).toEqual(['4/1', '3/1']);
    // The other way round: what the scheme gives in full for 0 of 0 is told without it too.
    const own = new Set(['1.1', '1.2', '1.3', '1.4']);
    const { items } = score.result;
    expect([ownPoints(prepareScheme(SCHEME), own, items), ownPointsIfUnconfirmed(prepareScheme(SCHEME), own, items)]).toMatchObject([
      { points: '2/1', maximum: '4/1' },
      { points: '1/1', maximum: '4/1' },
    ]);
    const done = looked({ ...NOTHING, 'figure a': { value: '1' }, 'figure b': { value: '1' } }).score.result.items;
    expect(ownPointsIfUnconfirmed(prepareScheme(SCHEME), own, done)).toBeNull();
  });

  it('want a reason and a document, and where they are refused other figures; none of it is settled by a full stop', () => {
    const bare = [
      'mustMend notArisenRefused 1.2',
      'mustMend notArisenUnproven 1.1',
      'mustExplain fullFromNothing 1.3',
      'mustExplain pointsWithoutProof 1.4',
      'told notArisen 1.1',
    ];
    const sorted = (cells: Cells) => told(looked(cells)).sort();
    expect(sorted(NOTHING)).toEqual(bare.toSorted());
    const stops = Object.fromEntries(['1.1', '1.3', '1.4'].map((code) => [`item ${code}`, { justification: '.' }]));
    expect(sorted({ ...NOTHING, ...stops })).toEqual([...bare, ...['1.1', '1.3', '1.4'].map((code) => `mustExplain justificationSaysNothing ${code}`)].sort());
    const why = { justification: 'Trong năm không có việc phải xử lý (minh họa)' };
    // A justification alone is half of what the first two want.
    expect(sorted({ ...NOTHING, 'item 1.1': why, 'item 1.3': why })).toEqual(bare.toSorted());
    expect(sorted({ ...NOTHING, 'item 1.1': why, 'item 1.3': why, 'figure b': { value: '0', citations: ['x/1'] } })).toEqual(
      ['mustMend notArisenRefused 1.2', 'mustExplain pointsWithoutProof 1.4', 'told notArisen 1.1'].sort(),
    );
    const refused = looked(NOTHING).findings.find(({ code }) => code === 'notArisenRefused');
    expect(refused && findingText(refused, schemeNames(SCHEME, 'vi'))).toContain('bộ tiêu chí không cho phép tiêu chí này không phát sinh');
  });
});

describe('[F47] a claim that nothing arose, in words', () => {
  const CLAIM = { state: 'notApplicable', reason: 'Trong năm không được giao văn bản nào (minh họa)', citations: ['x/1'] };
  const contradicted = (cells: Cells) => looked(cells).findings.filter(({ code }) => code === 'notArisenContradicted');

  it('must be mended beside figures of its item above 0, which it names; beside 0 and beside none it stands', () => {
    const [finding] = contradicted({ ...NOTHING, 'figure a': { value: '177' }, 'figure b': { value: '177' }, 'item 1.1': CLAIM });
    expect(finding).toMatchObject({ severity: 'mustMend', where: { item: '1.1', figure: 'a' }, items: ['1.1'] });
    expect(finding && findingText(finding, schemeNames(SCHEME, 'vi'))).toContain('lớn hơn 0: “Số liệu a” là 177; “Số liệu b” là 177.');
    expect(mendCounts(finding ? [countedFinding(finding)] : []).errors).toBe(1);
    for (const value of ['0', '0.0']) expect(contradicted({ ...NOTHING, 'figure b': { value }, 'item 1.1': CLAIM })).toEqual([]);
    expect(contradicted({ 'figure c': { value: '5' }, 'item 1.1': CLAIM })).toEqual([]);
    // Without the claim the figures are what is scored, and by 0 of 0 nothing is above 0.
    expect(contradicted({ ...NOTHING, 'figure a': { value: '177' }, 'figure b': { value: '177' } })).toEqual([]);
    expect(contradicted(NOTHING)).toEqual([]);
  });
});

describe('[F47] what is said and what was declared before', () => {
  it('a figure of the year before is held against what was declared in that year', () => {
    const previous = { figures: { c: { value: '2042.2' } }, items: {} };
    const cells = { ...NOTHING, 'figure lastYear': { value: '1' } };
    const finding = looked(cells, previous).findings.find(({ code }) => code === 'lastYearDiffers');
    expect(finding).toMatchObject({ severity: 'mustExplain', where: { item: '1.4', figure: 'lastYear' } });
    expect(finding && findingText(finding, schemeNames(SCHEME, 'vi'))).toContain('khác số liệu đã khai trong kỳ đánh giá năm trước liền kề (2.042,2)');
    expect(told(looked({ ...NOTHING, 'figure lastYear': { value: '5' } }, { figures: { c: { value: '5' } }, items: {} }))).not.toContain(
      'mustExplain lastYearDiffers 1.4',
    );
  });

  it('one text at three items is told, at two it is not', () => {
    const text = { justification: 'Theo báo cáo công tác năm (minh họa)' };
    const same = (...codes: string[]) => looked({ ...NOTHING, ...Object.fromEntries(codes.map((code) => [`item ${code}`, text])) }).findings;
    expect(same('1.1', '1.3').some(({ code }) => code === 'sameJustification')).toBe(false);
    expect(same('1.1', '1.3', '1.4').find(({ code }) => code === 'sameJustification')).toMatchObject({ severity: 'told', items: ['1.1', '1.3', '1.4'] });
  });

  it.each([
    ['.', false],
    ['   ', false],
    ['Không phát sinh', false],
    ['có có có có có', false],
    ['… – , ;', false],
    ['Trong năm không phát sinh', true],
    ['Theo kế hoạch (minh họa)', true],
    [undefined, false],
  ])('%j says something: %s', (text, says) => expect(saysSomething(text)).toBe(says));
});
