import { describe, expect, it } from 'vitest';
import { targetKey } from '../ledger/entry.ts';
import { UNTOUCHED } from '../ledger/fold.ts';
import { sheetDataAt } from '../ledger/sheet-data.ts';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { prepareScheme } from '../scoring/prepared.ts';
import { scoreSheet } from '../scoring/score-sheet.ts';
import { reportContent } from '../submissions/report-content.ts';
import { domain, item, scheme } from '../testing/small-round.ts';
import { findingText } from '../words/finding-text.ts';
import { schemeNames } from '../words/scheme-names.ts';
import { defaultChecks } from './checks.ts';
import { reviewSheet } from './review-sheet.ts';

const DOCUMENT = '0d5a3f0e-3c55-4c0e-9a57-6f3d1f0c2b11/1';
const ratio = (whenNothing: string) => ({ kind: 'proportional', of: { ratio: ['done', 'found'], whenNothing, over: 'refuse' }, target: '1' });

const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        figures: [
          { id: 'found', type: 'count', title: { vi: 'Số vấn đề phát hiện' } },
          { id: 'done', type: 'count', title: { vi: 'Số vấn đề đã xử lý' } },
        ],
        domains: [
          domain('1', [
            item('1.1', { rule: ratio('notApplicable'), whenNotApplicable: 'reduceMaximum' }),
            item('1.2', { rule: ratio('zero') }),
            item('1.3', { rule: ratio('notApplicable'), whenNotApplicable: 'reduceMaximum', source: 'statistic' }),
          ]),
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;

/** The check and the report of a sheet with these figures, and what is said of 1.1. */
function looked(figures: Record<string, string>, said: Record<string, string | string[]> = {}) {
  const prepared = prepareScheme(SCHEME);
  const cells = new Map(
    [
      ...Object.entries(figures).map(([id, value]) => ({ target: { kind: 'figure' as const, id }, fields: { value }, seqs: {} })),
      { target: { kind: 'item' as const, id: '1.1' }, fields: said, seqs: {} },
    ].map((cell) => [targetKey(cell.target), cell]),
  );
  const declared = sheetDataAt({ columns: { ...UNTOUCHED.columns, claimed: cells } }, 'claimed');
  const body = { id: 'a', name: 'Tỉnh Minh họa 01', code: null, block: null, ranked: true, admission: { state: 'admitted' } } as const;
  const score = scoreSheet(prepared, { body, ...declared, estimates: undefined, previous: undefined }, figureTypesOf(SCHEME), new Set());
  const fields = (target: Parameters<typeof targetKey>[0]) => cells.get(targetKey(target))?.fields ?? {};
  const input = { prepared, year: 2026, score, figures: declared.figures, previous: undefined, fields, hints: [], awaitingApproval: [] };
  const { findings } = reviewSheet({ ...input, documentName: () => 'Báo cáo số 5/BC-MH' }, defaultChecks(SCHEME.id));
  const report = reportContent({ confirmed: null, prepared, own: new Set(['1.1', '1.2']), result: score.result, fields, before: {} });
  const names = schemeNames(SCHEME, 'vi');
  return {
    findings: findings.filter(({ code }) => code.startsWith('nothing')).map((each) => [each.severity, each.where.item, findingText(each, names)]),
    report: report.notArisen.map(({ code, notArisen, byFigures, figures: shown }) => [code, notArisen, byFigures, shown.length]),
    state: score.result.items[0]?.state,
  };
}

describe('[F47] what does not count by its figures', () => {
  it('is listed in the check and in the report, though nobody asked for it, and wants its reason', () => {
    const nothing = looked({ found: '0', done: '0' });
    expect(nothing.state).toBe('notApplicable');
    expect(nothing.findings).toEqual([
      ['mustExplain', '1.1', 'Không đánh giá vì không phát sinh theo số liệu kê khai (“Số vấn đề đã xử lý”, “Số vấn đề phát hiện”) nhưng chưa có giải trình.'],
      [
        'told',
        '1.1',
        'Không đánh giá vì không phát sinh theo số liệu kê khai (“Số vấn đề đã xử lý”, “Số vấn đề phát hiện”); không phải đề nghị riêng. Lý do: chưa nêu. Tài liệu: chưa dẫn.',
      ],
    ]);
    expect(nothing.report).toEqual([['1.1', '', true, 2]]);
  });

  it('stays listed once it is explained, with reason and documents', () => {
    const explained = looked({ found: '0', done: '0' }, { justification: 'Không có vấn đề nào được phát hiện.', citations: [DOCUMENT] });
    expect(explained.findings).toEqual([['told', '1.1', expect.stringContaining('Lý do: Không có vấn đề nào được phát hiện. Tài liệu: Báo cáo số 5/BC-MH.')]]);
    expect(explained.report).toEqual([['1.1', 'Không có vấn đề nào được phát hiện.', true, 2]]);
  });

  it('is nothing where there was something', () => {
    expect(looked({ found: '2', done: '0' })).toEqual({ findings: [], report: [], state: 'scored' });
  });
});
