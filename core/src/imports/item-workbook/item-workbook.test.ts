import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_REASONS } from '../../appraisal/reasons.ts';
import { Faults, itemsOfDomains, prepareScheme, readScheme, readYaml, type Scheme, schemeNames } from '../../index.ts';
import type { FieldValue } from '../../ledger/entry.ts';
import { answerForms } from '../../rules/answer-form.ts';
import type { LayoutSheet, ReadWorkbook, WorkbookCell } from '../workbook/index.ts';
import { entryOf, optionsOf } from '../workbook/rows.ts';
import { ITEM_WORKBOOK_FORMAT, itemForm, itemWorkbookLayout, readItemWorkbook } from './index.ts';

const scheme = readScheme(
  readYaml(readFileSync(new URL('../../../../schemes/province-2022/scheme.yaml', import.meta.url), 'utf8')).value,
  new Faults(),
) as Scheme;
const forms = answerForms(prepareScheme(scheme));

/** A workbook as a program would save it. */
const saved = (sheets: readonly LayoutSheet[]): ReadWorkbook => ({
  sheets: sheets.map(({ name, rows }) => ({
    ...{ name, hidden: false, merges: [] },
    cells: rows.flatMap(({ cells }, row) =>
      cells.flatMap(({ value }, column): WorkbookCell[] => {
        if (value === undefined) return [];
        const at = { row: row + 1, column: column + 1, format: 'general' as const };
        return ['number' in value ? { ...at, kind: 'number', text: value.number } : { ...at, kind: 'text', text: value.text }];
      }),
    ),
  })),
});

describe('[F37] the workbook of one item', () => {
  it.each(['vi', 'en'] as const)('of every item comes back as it went out, and says nothing of any body (%s)', (language) => {
    const names = { round: 'Kỳ đánh giá', item: 'Tiêu chí', edition: 'Bộ tiêu chí' };
    for (const { code } of itemsOfDomains(scheme.domains)) {
      const form = itemForm(scheme, forms, code);
      if (!form) throw new Error(code);
      const about = {
        format: ITEM_WORKBOOK_FORMAT,
        round: 'minh-hoa-2022',
        item: code,
        edition: scheme.id,
        editionHash: 'hash',
        madeAt: '2023-02-10T00:00:00.000Z',
      };
      const sampleOf = (figure: string): FieldValue => {
        const input = form.inputs.find(({ target }) => target.id === figure);
        const entry = input && entryOf(input);
        if (entry?.kind === 'yesNo') return true;
        if (entry?.kind === 'date') return '2022-12-31';
        return entry?.kind === 'choice' ? (optionsOf(input as NonNullable<typeof input>)[0]?.id ?? '1') : '7';
      };
      const body = (id: string, hasOfficial: boolean) => ({
        ...{ body: { id, code: null, name: 'Tỉnh Minh họa' }, seq: 3, claimed: '1/1', now: '', verdict: 'Chưa thẩm định' },
        claimedOf: () => undefined,
        official: (figure: string) => (hasOfficial ? { value: sampleOf(figure), source: 'Công văn (minh họa)', date: '2023-02-01' } : undefined),
      });
      const content = { about, facts: [], lines: [], reasons: DEFAULT_REASONS, bodies: [body('a', true), body('b', false)] };
      const workbook = saved(itemWorkbookLayout(form, schemeNames(scheme, language), content));
      const reading = { form, reasons: DEFAULT_REASONS, lastSeqOf: () => 5, language };
      const read = readItemWorkbook(workbook, { ...about, names }, reading);
      expect(read.refused).toEqual([]);
      expect(read.lines.map(({ body: id, conclusion, values, reason, text }) => ({ id, conclusion, values, reason, text }))).toEqual(
        ['a', 'b'].map((id) => ({ id, conclusion: null, values: [], reason: null, text: '' })),
      );
      const [a, b] = read.lines;
      for (const figure of form.figures) expect([a?.official.get(figure), b?.official.get(figure)]).toEqual([sampleOf(figure), null]);
      if (form.figures.length > 0) expect([a?.source, a?.date, b?.source]).toEqual(['Công văn (minh họa)', '2023-02-01', null]);
    }
  });
});
