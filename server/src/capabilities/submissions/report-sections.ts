import { displayDate, inLanguage, pointsOver, pointsText, type Scheme, schemeNames } from '@parindex/core';
import { add, fromFraction, fromText, sum, toDecimal, toFraction } from '@parindex/core/quantity/rational';
import type { ReportContent, ReportRow } from '@parindex/core/submissions/report-content';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import type { Block, Row } from '../../documents/document.ts';
import { citationsText, type NamedDocuments } from './report-citations.ts';

/** What the sections of a report are written from. */
export interface ReportMaterial {
  readonly scheme: Scheme;
  readonly content: ReportContent;
  readonly texts: { readonly difficulties: string; readonly proposals: string };
  readonly documents: NamedDocuments;
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Points of an item, or why there are none. */
export const givenIn =
  (scheme: Scheme) =>
  ({ state, points, notArisen }: ReportRow): string =>
    notArisen !== null ? 'Không phát sinh' : state === 'scored' ? pointsText(points, scheme, 'vi') : ITEM_STATE_NAMES.vi[state];

export const domainTitles = (scheme: Scheme): ReadonlyMap<string, string> =>
  new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? '']));

/** I. Points by domain, each over its maximum, with a sum that what stands above it comes to. */
export function resultsSection({ content, scheme }: ReportMaterial): Block[] {
  const points = (fraction: string) => pointsText(fraction, scheme, 'vi');
  const { own, bonus, penalty } = content.sums;
  const titles = domainTitles(scheme);
  const regular = content.domains.filter(({ group }) => group === 'regular');
  const total = toFraction(sum([own.points, bonus, penalty].map(fromFraction)));
  const more = (label: string, fraction: string): Row[] => (fraction === '0/1' ? [] : [{ cells: ['', label, '', points(fraction)] }]);
  const extra = [...more('Điểm thưởng', bonus), ...more('Điểm trừ', penalty)];
  const rounded = (fraction: string) => fromText(toDecimal(fromFraction(fraction), Number(scheme.rounding.places), scheme.rounding.mode));
  const shown = toFraction(regular.map((domain) => rounded(domain.points)).reduce(add, fromText('0')));
  const left = own.asked - own.answered - content.notArisen.filter(({ state }) => state === 'notAnswered').length;
  return [
    heading('I. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM'),
    paragraph(
      `Tổng điểm tự chấm là ${pointsOver(own, scheme, 'vi')} điểm; đã tự chấm ${own.answered}/${own.asked} tiêu chí thành phần. Kết quả theo từng lĩnh vực như sau:`,
    ),
    {
      kind: 'table',
      columns: [
        { head: 'Mã', width: 1, align: 'center' },
        { head: 'Lĩnh vực', width: 7 },
        { head: 'Điểm tối đa', width: 2, align: 'right' },
        { head: 'Điểm tự chấm', width: 2, align: 'right' },
      ],
      rows: [
        ...regular.map((domain) => ({ cells: [domain.code, titles.get(domain.code) ?? '', points(domain.maximum), points(domain.points)] })),
        { cells: ['', 'Cộng', points(own.maximum), points(own.points)], bold: true },
        ...extra,
        ...(extra.length === 0 ? [] : [{ cells: ['', 'Tổng điểm tự chấm sau khi cộng điểm thưởng, trừ điểm', '', points(total)], bold: true }]),
      ],
    },
    ...(toFraction(rounded(own.points)) === shown
      ? []
      : [
          paragraph(
            `Điểm được làm tròn đến ${scheme.rounding.places} chữ số thập phân khi trình bày, không làm tròn khi tính; vì vậy số cộng có thể chênh ở chữ số cuối.`,
          ),
        ]),
    ...(content.byOthers === 0
      ? []
      : [
          paragraph(
            `Báo cáo không gồm ${content.byOthers} tiêu chí thành phần xác định qua điều tra xã hội học, khảo sát mức độ hài lòng hoặc do cơ quan khác xác định.`,
          ),
        ]),
    ...(left === 0 ? [] : [paragraph(`Còn ${left} tiêu chí thành phần chưa chấm điểm.`)]),
    paragraph('Kết quả chi tiết theo từng tiêu chí, tiêu chí thành phần nêu tại Phụ lục I; danh mục tài liệu kiểm chứng nêu tại Phụ lục II kèm theo.'),
  ];
}

/** II. What did not arise, as the body says: why, and by which documents. */
export function notArisenSection({ content, scheme, documents }: ReportMaterial): Block[] {
  const names = schemeNames(scheme, 'vi');
  const title = heading('II. TIÊU CHÍ KHÔNG PHÁT SINH');
  if (content.notArisen.length === 0) return [title, paragraph('Không có.')];
  const listed = (rows: readonly ReportRow[], ground: (row: ReportRow) => string | undefined): Block => ({
    kind: 'table',
    columns: [
      { head: 'Mã', width: 2, align: 'center' },
      { head: 'Tiêu chí thành phần', width: 7 },
      { head: 'Lý do', width: 6 },
      { head: 'Căn cứ, tài liệu', width: 6 },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.code,
        inLanguage(names.item(row.code)?.title, 'vi') ?? '',
        row.notArisen || 'Chưa nêu lý do',
        [ground(row), citationsText(row.citations, documents) || 'Chưa dẫn tài liệu'].filter(Boolean).join('\n'),
      ],
    })),
  });
  const [byFigures, claimed] = [content.notArisen.filter((row) => row.byFigures), content.notArisen.filter((row) => !row.byFigures)];
  return [
    title,
    ...(claimed.length === 0
      ? []
      : [
          paragraph(
            `Có ${claimed.length} tiêu chí thành phần đề nghị xác định là không phát sinh; cho đến khi cơ quan thẩm định xác nhận, các tiêu chí này được tính là chưa có điểm:`,
          ),
          listed(claimed, ({ code }) => names.item(code)?.notArisen?.legalBasis),
        ]),
    ...(byFigures.length === 0
      ? []
      : [
          paragraph(`Có ${byFigures.length} tiêu chí thành phần không phát sinh theo số liệu đã kê khai (tổng số phải thực hiện bằng 0) nên không đánh giá:`),
          listed(byFigures, (row) => figureTexts(row, scheme)),
        ]),
  ];
}

/** III. What has points and no document. */
export function justificationsSection({ content, scheme }: ReportMaterial): Block[] {
  const given = givenIn(scheme);
  const names = schemeNames(scheme, 'vi');
  const title = heading('III. GIẢI TRÌNH CÁC TIÊU CHÍ CHƯA CÓ TÀI LIỆU KIỂM CHỨNG');
  if (content.unproven.length === 0) return [title, paragraph('Các tiêu chí tự chấm có điểm đều đã dẫn tài liệu kiểm chứng.')];
  return [
    title,
    paragraph(`Có ${content.unproven.length} tiêu chí thành phần tự chấm có điểm nhưng chưa dẫn tài liệu kiểm chứng:`),
    {
      kind: 'table',
      columns: [
        { head: 'Mã', width: 2, align: 'center' },
        { head: 'Tiêu chí thành phần', width: 8 },
        { head: 'Điểm tự chấm', width: 2, align: 'right' },
        { head: 'Nội dung giải trình', width: 8 },
      ],
      rows: content.unproven.map((row) => ({
        cells: [row.code, inLanguage(names.item(row.code)?.title, 'vi') ?? '', given(row), row.justification || 'Chưa có giải trình'],
      })),
    },
  ];
}

const typed = (text: string): string => text.trim() || 'Không có.';

/** IV. What the body typed itself. */
export const difficultiesSection = ({ texts }: ReportMaterial): Block[] => [
  heading('IV. KHÓ KHĂN, VƯỚNG MẮC VÀ ĐỀ XUẤT, KIẾN NGHỊ'),
  { kind: 'heading', level: 2, text: '1. Khó khăn, vướng mắc' },
  paragraph(typed(texts.difficulties)),
  { kind: 'heading', level: 2, text: '2. Đề xuất, kiến nghị' },
  paragraph(typed(texts.proposals)),
];

/** "Số nhiệm vụ đã hoàn thành: 12 (nguồn: …; tính đến 31/12/2022)". */
export function figureTexts({ figures }: ReportRow, scheme: Scheme): string {
  const names = schemeNames(scheme, 'vi');
  return figures
    .map(({ id, value, source, date }) => {
      const more = [...(source === '' ? [] : [`nguồn: ${source}`]), ...(date === '' ? [] : [`tính đến ngày ${displayDate(date)}`])];
      return `${names.figureTitle(id)}: ${names.declared(value)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
    })
    .join('\n');
}
