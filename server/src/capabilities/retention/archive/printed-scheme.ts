import { describeScheme, inLanguage, legalBasisText, ruleLines, type Scheme } from '@parindex/core';
import { type OfficialDocument, schemeMarks } from '../../../documents/document.ts';
import { listDocument } from '../../../documents/shapes.ts';

/** A scheme to be read: every domain, criterion and item with its points, source and rule in words. */
export const printedScheme = (scheme: Scheme): OfficialDocument => ({
  ...listDocument({
    title: inLanguage(scheme.title, 'vi') ?? 'Bộ tiêu chí',
    about: scheme.legalBasis.length === 0 ? [] : [`Căn cứ: ${scheme.legalBasis.map((basis) => legalBasisText(basis, 'vi')).join('; ')}`],
    columns: [
      ['STT', 9],
      ['Nội dung', 46],
      ['Điểm tối đa', 9],
      ['Nguồn điểm', 16],
      ['Cách tính điểm', 60],
      ['Tài liệu kiểm chứng', 34],
    ],
    rows: describeScheme(scheme, 'vi').map((row) => [
      row.code,
      row.title,
      row.points,
      row.source ?? '',
      [...(row.rule ? ruleLines(row.rule) : []), ...row.notes].join('\n'),
      row.evidence ?? '',
    ]),
  }),
  marks: schemeMarks(scheme.status),
});
