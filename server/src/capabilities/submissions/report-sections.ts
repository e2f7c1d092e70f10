import { displayDate, displayFraction, inLanguage, pointsOver, pointsText, type Scheme, schemeNames } from '@parindex/core';
import { add, fromFraction, fromText, sum, toFraction } from '@parindex/core/quantity/rational';
import type { ReportContent, ReportRow, UndocumentedRow } from '@parindex/core/submissions/report-content';
import { capital } from '@parindex/core/text/capital';
import { answerWords } from '@parindex/core/words/answer-words';
import { OWN_SOURCE_NAMES, SOURCE_NAMES } from '@parindex/core/words/kinds';
import { leftText, roundedPoints, scoredText } from '@parindex/core/words/points-text';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { type Block, heading, paragraph, type Row } from '../../documents/document.ts';
import { citationsText, type NamedDocuments } from './report-citations.ts';

/** What the sections of a report are written from. */
export interface ReportMaterial {
  readonly scheme: Scheme;
  readonly content: ReportContent;
  readonly texts: { readonly difficulties: string; readonly proposals: string };
  readonly documents: NamedDocuments;
  /** Items without the explanation that the check asks for, each with what is to be explained. */
  readonly unexplained: readonly { readonly item: string; readonly said: readonly string[] }[];
}

/** "Điều tra xã hội học" within a sentence. */
const inSentence = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Points of an item, or why there are none. */
export const givenIn =
  (scheme: Scheme) =>
  ({ state, points, notArisen }: ReportRow): string =>
    notArisen !== null ? 'Không phát sinh' : state === 'scored' ? pointsText(points, scheme, 'vi') : ITEM_STATE_NAMES.vi[state];

export const domainTitles = (scheme: Scheme): ReadonlyMap<string, string> =>
  new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? '']));

/** I. Points by domain, each over its maximum, with a sum that what stands above it comes to, and the same sum by source. */
export function resultsSection({ content, scheme }: ReportMaterial): Block[] {
  const points = (fraction: string) => pointsText(fraction, scheme, 'vi');
  const { own, sources, bonus, penalty } = content.sums;
  const titles = domainTitles(scheme);
  const regular = content.domains.filter(({ group }) => group === 'regular');
  const ofBody = sources.filter((part) => part.own);
  const others = sources.filter((part) => !part.own);
  const total = toFraction(sum([own.points, bonus, penalty].map(fromFraction)));
  const more = (label: string, fraction: string): Row[] => (fraction === '0/1' ? [] : [{ cells: ['', label, '', points(fraction)] }]);
  const extra = [...more('Điểm thưởng', bonus), ...more('Điểm trừ', penalty)];
  const rounded = (fraction: string) => fromText(roundedPoints(fraction, scheme));
  const addsUp = (parts: readonly { readonly points: string | null }[]) =>
    toFraction(rounded(own.points)) === toFraction(parts.map((part) => rounded(part.points ?? '0/1')).reduce(add, fromText('0')));
  return [
    heading('I. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM'),
    paragraph(`Tổng điểm tự chấm là ${pointsOver(own, scheme, 'vi')} điểm; ${scoredText(own, 'vi')} chấm điểm. Kết quả theo từng lĩnh vực như sau:`),
    {
      kind: 'table',
      columns: [
        { head: 'STT', width: 1, align: 'center' },
        { head: 'Lĩnh vực', width: 7 },
        { head: 'Điểm tối đa', width: 2, align: 'right' },
        { head: 'Điểm tự chấm', width: 2, align: 'right' },
      ],
      rows: [
        ...regular.map((domain) => ({ cells: [domain.code, titles.get(domain.code) ?? '', points(domain.maximum), points(domain.points)] })),
        { cells: ['', 'Cộng', points(own.maximum), points(own.points)], bold: true },
        ...(ofBody.length < 2 ? [] : ofBody).map((part) => ({
          cells: ['', `Trong đó: ${OWN_SOURCE_NAMES.vi[part.source]}`, points(part.maximum), part.points === null ? '' : points(part.points)],
        })),
        ...extra,
        ...(extra.length === 0 ? [] : [{ cells: ['', 'Tổng điểm tự chấm sau khi cộng điểm thưởng, trừ điểm', '', points(total)], bold: true }]),
      ],
    },
    ...(addsUp(regular) && (ofBody.length < 2 || addsUp(ofBody))
      ? []
      : [
          paragraph(
            `Điểm được làm tròn đến ${scheme.rounding.places} chữ số thập phân khi trình bày, không làm tròn khi tính; vì vậy số cộng có thể chênh ở chữ số cuối.`,
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          paragraph(
            `Báo cáo không gồm các nội dung chấm điểm mà cơ quan không tự chấm: ${others
              .map((part) => `${inSentence(SOURCE_NAMES.vi[part.source])} (${part.asked} nội dung, tối đa ${displayFraction(part.maximum, 'vi')} điểm)`)
              .join('; ')}.`,
          ),
        ]),
    ...(own.asked === own.answered ? [] : [paragraph(`${capital(leftText(own, 'vi'))}.`)]),
    paragraph('Kết quả chi tiết theo từng tiêu chí, nội dung chấm điểm nêu tại Phụ lục I; danh mục tài liệu kiểm chứng nêu tại Phụ lục II kèm theo.'),
  ];
}

/** Points by source, each over its maximum, as the receipt says them. */
export function sumsBySource({ content, scheme }: Pick<ReportMaterial, 'content' | 'scheme'>): [name: string, points: string][] {
  const { own, sources, bonus, penalty } = content.sums;
  const over = (part: Parameters<typeof pointsOver>[0]) => `${pointsOver(part, scheme, 'vi')} điểm`;
  const parts = sources.filter((part) => part.own).map((part) => `${OWN_SOURCE_NAMES.vi[part.source]}: ${over(part)}`);
  const more = [['Điểm thưởng', bonus] as const, ['Điểm trừ', penalty] as const].filter(([, points]) => points !== '0/1');
  return [
    ['Điểm tự chấm', [over(own), ...(parts.length < 2 ? [] : parts.map((part) => `- ${part}`))].join('\n')],
    ...(content.ifConfirmed === null ? [] : [['Nếu xác nhận không phát sinh', over(content.ifConfirmed)] as [string, string]]),
    ...(content.ifUnconfirmed === null ? [] : [['Nếu mẫu số bằng 0 không được xác nhận', over(content.ifUnconfirmed)] as [string, string]]),
    ...more.map(([name, points]): [string, string] => [name, `${pointsText(points, scheme, 'vi')} điểm`]),
  ];
}

/** II. What did not arise, as the body says in words or by figures of 0: why, and by which documents; what has full points of it apart. */
export function notArisenSection(material: ReportMaterial): Block[] {
  const { notArisen, fullFromNothing, ifConfirmed, ifUnconfirmed } = material.content;
  const title = heading('II. NỘI DUNG KHÔNG PHÁT SINH');
  if (notArisen.length + fullFromNothing.length === 0) return [title, paragraph('Không có.')];
  return [
    title,
    ...(notArisen.length === 0
      ? []
      : [
          paragraph(
            `Có ${notArisen.length} nội dung chấm điểm đề nghị xác định là không phát sinh; cho đến khi cơ quan thẩm định xác nhận, các nội dung này được tính là chưa có điểm${ifConfirmed === null ? '' : ` (nếu được xác nhận, tổng điểm tự chấm là ${pointsOver(ifConfirmed, material.scheme, 'vi')} điểm)`}:`,
          ),
          nothingTable(material, notArisen, (row) => row.notArisen ?? ''),
        ]),
    ...(fullFromNothing.length === 0
      ? []
      : [
          paragraph(
            `Có ${fullFromNothing.length} nội dung chấm điểm được tự chấm điểm tối đa vì trong năm không có việc phải thực hiện (mẫu số bằng 0), theo quy định của bộ tiêu chí${ifUnconfirmed === null ? '' : `; nếu không được cơ quan thẩm định xác nhận, tổng điểm tự chấm là ${pointsOver(ifUnconfirmed, material.scheme, 'vi')} điểm`}:`,
          ),
          nothingTable(material, fullFromNothing, (row) => row.justification),
        ]),
  ];
}

function nothingTable({ scheme, documents }: ReportMaterial, rows: readonly ReportRow[], reasonOf: (row: ReportRow) => string): Block {
  const names = schemeNames(scheme, 'vi');
  return {
    kind: 'table',
    columns: [
      { head: 'STT', width: 2, align: 'center' },
      { head: 'Nội dung chấm điểm', width: 7 },
      { head: 'Lý do', width: 6 },
      { head: 'Căn cứ, tài liệu', width: 6 },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.code,
        inLanguage(names.item(row.code)?.title, 'vi') ?? '',
        reasonOf(row) || 'Chưa nêu lý do',
        [names.item(row.code)?.notArisen?.legalBasis, declaredTexts(row, scheme), citationsText(row.citations, documents) || 'Chưa dẫn tài liệu']
          .filter(Boolean)
          .join('\n'),
      ],
    })),
  };
}

/** What points without a document rest on, as the report says it. */
const REST_ON: readonly (readonly [UndocumentedRow['by'], string])[] = [
  ['explained', 'có giải trình'],
  ['sourced', 'có nguồn số liệu, chưa dẫn tài liệu'],
  ['unexplained', 'chưa có tài liệu, nguồn số liệu và giải trình'],
];

/** A justification as typed; one that says nothing is told as such. */
const explainedBy = ({ by, justification }: UndocumentedRow): string => {
  if (by === 'explained') return justification;
  const none = by === 'sourced' ? 'Có nguồn số liệu, chưa có giải trình' : 'Chưa có giải trình';
  return justification === '' ? none : `${none} (chỉ ghi “${justification}”)`;
};

/** III. What has points and no document. */
export function justificationsSection(material: ReportMaterial): Block[] {
  return [...undocumentedPart(material), ...unexplainedPart(material)];
}

/** What the check asks to be explained and nobody has: each is named. */
function unexplainedPart({ unexplained, scheme }: ReportMaterial): Block[] {
  if (unexplained.length === 0) return [];
  const names = schemeNames(scheme, 'vi');
  return [
    paragraph(`Có ${unexplained.length} nội dung cần giải trình theo kết quả rà soát trước khi gửi nhưng chưa có giải trình:`),
    {
      kind: 'table',
      columns: [
        { head: 'STT', width: 2, align: 'center' },
        { head: 'Nội dung chấm điểm', width: 8 },
        { head: 'Vấn đề cần giải trình', width: 10 },
      ],
      rows: unexplained.map(({ item, said }) => ({ cells: [item, inLanguage(names.item(item)?.title, 'vi') ?? '', said.join('\n')] })),
    },
  ];
}

function undocumentedPart({ content, scheme }: ReportMaterial): Block[] {
  const given = givenIn(scheme);
  const names = schemeNames(scheme, 'vi');
  const title = heading('III. GIẢI TRÌNH CÁC NỘI DUNG CHƯA DẪN TÀI LIỆU KIỂM CHỨNG');
  const groups = REST_ON.flatMap(([by, told]) => {
    const count = content.unproven.filter((row) => row.by === by).length;
    return count === 0 ? [] : [{ count, told }];
  });
  if (content.unproven.length === 0) return [title, paragraph('Các nội dung tự chấm có điểm đều đã dẫn tài liệu kiểm chứng.')];
  return [
    title,
    paragraph(
      `Có ${content.unproven.length} nội dung tự chấm có điểm nhưng chưa dẫn tài liệu kiểm chứng, ${groups.length === 1 ? `đều ${groups[0]?.told}` : `gồm ${groups.map(({ count, told }) => `${count} nội dung ${told}`).join('; ')}`}:`,
    ),
    {
      kind: 'table',
      columns: [
        { head: 'STT', width: 2, align: 'center' },
        { head: 'Nội dung chấm điểm', width: 8 },
        { head: 'Điểm tự chấm', width: 2, align: 'right' },
        { head: 'Nội dung giải trình', width: 8 },
      ],
      rows: content.unproven.map((row) => ({
        cells: [row.code, inLanguage(names.item(row.code)?.title, 'vi') ?? '', given(row), explainedBy(row)],
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

/** What a body declared for an item, a line each: its answers in words, then its figures. */
export function declaredTexts(row: ReportRow, scheme: Scheme): string {
  const names = schemeNames(scheme, 'vi');
  const item = names.item(row.code);
  const answers = item ? answerWords(item, row.taken, row.answer, names) : [];
  return [...answers.map(({ what, value }) => `${what}: ${value}`), figureTexts(row, scheme)].filter(Boolean).join('\n');
}

/** "Số nhiệm vụ đã hoàn thành: 12 (nguồn: …; tính đến ngày 31/12/2022)"; where all have the same source it is said once, on a line of its own. */
function figureTexts({ figures }: ReportRow, scheme: Scheme): string {
  const names = schemeNames(scheme, 'vi');
  const told = figures.map(({ id, value, source, date }) => ({
    text: `${names.figureTitle(id)}: ${names.declared(value)}`,
    more: [...(source === '' ? [] : [`nguồn: ${source}`]), ...(date === '' ? [] : [`tính đến ngày ${displayDate(date)}`])].join('; '),
  }));
  const [first] = told;
  if (first && told.length > 1 && first.more !== '' && told.every(({ more }) => more === first.more))
    return [...told.map(({ text }) => text), `(${first.more})`].join('\n');
  return told.map(({ text, more }) => (more === '' ? text : `${text} (${more})`)).join('\n');
}
