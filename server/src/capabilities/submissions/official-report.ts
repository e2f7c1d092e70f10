import { displayDate, displayDecimal, inLanguage, type Scheme, type SheetScore, schemeNames, sheetTotal } from '@parindex/core';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { ISSUERS, issuerOf } from '@parindex/core/submissions/issuers';
import type { ReportContent, ReportRow } from '@parindex/core/submissions/report-content';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { type Annex, type Block, MARKS, type OfficialDocument, type Row, schemeMarks } from '../../documents/document.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import type { Frozen } from './sheet-hash.ts';

export interface NamedDocument {
  readonly number: string | null;
  readonly date: string | null;
}

/** Everything that a report is made from. */
export interface ReportParts {
  readonly place: SheetPlace;
  readonly at: ReportPlace;
  readonly scheme: Scheme;
  readonly score: SheetScore;
  readonly content: ReportContent;
  readonly texts: { readonly difficulties: string; readonly proposals: string };
  readonly documents: ReadonlyMap<string, NamedDocument>;
  /** undefined: the sheet is open, and the report a draft. */
  readonly frozen: Frozen | undefined;
  /** Where a receipt can be checked, as "https://chamdiem.example.gov.vn". */
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

const REPORT = 'Báo cáo';

/** Within a sentence: "tỉnh Minh họa 01". */
const within = (name: string): string => name.replace(/^(?:Tỉnh|Thành phố|Xã|Phường|Đặc khu)(?= )/, (kind) => kind.toLocaleLowerCase('vi'));

/** The issuer in one line, as in sentences. */
const issuerWithin = ({ kind }: ReportPlace, name: string): string => [ISSUERS[kind].committee, within(name)].filter(Boolean).join(' ');

/** Points as printed in a report: rounded once, as the scheme rounds its index. */
const pointsIn =
  ({ rounding }: Scheme) =>
  (fraction: string): string =>
    displayDecimal(toDecimal(fromFraction(fraction), Number(rounding.places), rounding.mode), 'vi');
const givenIn =
  (scheme: Scheme) =>
  ({ state, points }: ReportRow): string =>
    state === 'scored' ? pointsIn(scheme)(points) : ITEM_STATE_NAMES.vi[state];

/** "Số 12/KH-MH ngày 05/01/2023". */
const documentText = (document: NamedDocument | undefined): string =>
  document?.number ? `Số ${document.number}${document.date === null ? '' : ` ngày ${displayDate(document.date)}`}` : 'Tài liệu không ghi số, ký hiệu';

function results({ score, scheme, content }: ReportParts): Block[] {
  const points = pointsIn(scheme);
  const total = sheetTotal(score.result);
  const titles = new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? '']));
  const more = (label: string, fraction: string): Row[] => (fraction === '0/1' ? [] : [{ cells: ['', label, '', points(fraction)], bold: true }]);
  const rows: Row[] = content.domains.map(({ code, points: own, maximum }) => ({ cells: [code, titles.get(code) ?? '', points(maximum), points(own)] }));
  const names = schemeNames(scheme, 'vi');
  const pointless = content.domains.flatMap((domain) => domain.rows).filter(({ state }) => state === 'notAnswered');
  const [unanswered, waiting] = [true, false].map((own) => pointless.filter(({ code }) => (names.item(code)?.source === 'appraised') === own)) as [
    ReportRow[],
    ReportRow[],
  ];
  return [
    { kind: 'heading', level: 1, text: 'I. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM' },
    { kind: 'paragraph', text: `Tổng điểm tự chấm là ${points(total.points)} trên tổng điểm tối đa ${points(total.maximum)}, theo từng lĩnh vực như sau:` },
    {
      kind: 'table',
      columns: [
        { head: 'Mã', width: 1, align: 'center' },
        { head: 'Lĩnh vực', width: 7 },
        { head: 'Điểm tối đa', width: 2, align: 'right' },
        { head: 'Điểm tự chấm', width: 2, align: 'right' },
      ],
      rows: [
        ...rows,
        { cells: ['', 'Cộng', points(total.maximum), points(total.points)], bold: true },
        ...more('Điểm thưởng', total.bonus),
        ...more('Điểm trừ', total.penalty),
      ],
    },
    {
      kind: 'paragraph',
      text: `Điểm trong báo cáo được làm tròn đến ${scheme.rounding.places} chữ số thập phân khi trình bày; khi tính toán, điểm không bị làm tròn.`,
    },
    ...(waiting.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `Tại thời điểm báo cáo còn ${waiting.length} tiêu chí xác định qua điều tra xã hội học hoặc số liệu thống kê chưa có điểm.`,
          },
        ]),
    ...(unanswered.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `Còn ${unanswered.length} tiêu chí chưa tự chấm điểm.` }]),
    { kind: 'paragraph', text: 'Kết quả chi tiết theo từng tiêu chí nêu tại Phụ lục kèm theo.' },
  ];
}

function justifications({ content, scheme }: ReportParts): Block[] {
  const given = givenIn(scheme);
  const names = schemeNames(scheme, 'vi');
  const heading: Block = { kind: 'heading', level: 1, text: 'II. GIẢI TRÌNH CÁC TIÊU CHÍ CHƯA CÓ TÀI LIỆU KIỂM CHỨNG' };
  if (content.unproven.length === 0) return [heading, { kind: 'paragraph', text: 'Các tiêu chí tự chấm có điểm đều đã dẫn tài liệu kiểm chứng.' }];
  return [
    heading,
    { kind: 'paragraph', text: `Có ${content.unproven.length} tiêu chí tự chấm có điểm nhưng chưa dẫn tài liệu kiểm chứng:` },
    {
      kind: 'table',
      columns: [
        { head: 'Mã', width: 2, align: 'center' },
        { head: 'Tiêu chí', width: 8 },
        { head: 'Điểm', width: 2, align: 'right' },
        { head: 'Giải trình', width: 8 },
      ],
      rows: content.unproven.map((row) => ({
        cells: [row.code, inLanguage(names.item(row.code)?.title, 'vi') ?? '', given(row), row.justification || 'Chưa có giải trình'],
      })),
    },
  ];
}

const typed = (text: string): string => text.trim() || 'Không có.';

const difficulties = ({ texts }: ReportParts): Block[] => [
  { kind: 'heading', level: 1, text: 'III. KHÓ KHĂN, VƯỚNG MẮC VÀ ĐỀ XUẤT, KIẾN NGHỊ' },
  { kind: 'heading', level: 2, text: '1. Khó khăn, vướng mắc' },
  { kind: 'paragraph', text: typed(texts.difficulties) },
  { kind: 'heading', level: 2, text: '2. Đề xuất, kiến nghị' },
  { kind: 'paragraph', text: typed(texts.proposals) },
];

function annex({ place, at, scheme, content, documents }: ReportParts, symbol: string): Annex {
  const [points, given] = [pointsIn(scheme), givenIn(scheme)];
  const names = schemeNames(scheme, 'vi');
  const titles = new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? '']));
  return {
    heading: 'Phụ lục',
    about: `Kết quả tự chấm điểm chi tiết năm ${place.year}`,
    attachedTo: `(Kèm theo Báo cáo số ……/${symbol} ngày …… tháng …… năm …… của ${issuerWithin(at, place.name)})`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: 'Mã', width: 3, align: 'center' },
          { head: 'Lĩnh vực, tiêu chí', width: 14 },
          { head: 'Điểm tối đa', width: 3, align: 'right' },
          { head: 'Điểm tự chấm', width: 3, align: 'right' },
          { head: 'Năm trước', width: 3, align: 'right' },
          { head: 'Tài liệu kiểm chứng', width: 9 },
          { head: 'Giải trình', width: 11 },
        ],
        rows: content.domains.flatMap(({ code, points: own, maximum, rows }): Row[] => [
          { cells: [code, titles.get(code) ?? '', points(maximum), points(own), '', '', ''], bold: true },
          ...rows.map((row) => ({
            cells: [
              row.code,
              inLanguage(names.item(row.code)?.title, 'vi') ?? '',
              points(row.maximum),
              given(row),
              row.before === null ? '' : displayDecimal(row.before, 'vi'),
              row.documents.map((id) => documentText(documents.get(id))).join('; '),
              row.justification,
            ],
          })),
        ]),
      },
    ],
  };
}

/** The footer that identifies the sheet; it is found again in the signed file. */
export const sheetLine = (round: string, body: string, seq: number): string => `Bảng điểm ${round}/${body}, lần chốt ${seq}.`;
const SHEET_LINE = /Bảng điểm ([a-z0-9-]+)\/([a-z0-9-]+), lần chốt (\d+)\./g;

/** The sheets named in a report's footer. */
export const sheetsNamedIn = (text: string): { readonly round: string; readonly body: string; readonly seq: number }[] =>
  [...text.replaceAll(/\s+/g, ' ').matchAll(SHEET_LINE)].map(([, round = '', body = '', seq]) => ({ round, body, seq: Number(seq) }));

function footer({ place, frozen, origin }: ReportParts): OfficialDocument['footer'] {
  if (!frozen) return null;
  const link = origin === undefined ? null : `${origin}/bien-nhan?ma=${frozen.hash}`;
  return {
    lines: [
      sheetLine(place.round, place.body, frozen.seq),
      `Mã băm bảng điểm (SHA-256): ${frozen.hash}.`,
      ...(link === null ? [] : ['Quét mã để tra cứu biên nhận.']),
    ],
    link,
  };
}

/** The official self-assessment report (Báo cáo tự đánh giá, chấm điểm) as a document to be numbered and signed outside. */
export function officialReport(parts: ReportParts): OfficialDocument {
  const { place, at, scheme, frozen, illustrative } = parts;
  const { symbol: own, authority, position } = ISSUERS[at.kind];
  const symbol = `BC-${own}`;
  const about = `Tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${place.year}`;
  return {
    title: `${REPORT}: ${about} – ${place.name}`,
    marks: [...(frozen ? [] : [MARKS.draft]), ...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)],
    letterhead: {
      issuer: issuerOf(at, place.name),
      number: null,
      symbol,
      place: null,
      day: null,
    },
    subject: { as: 'named', name: REPORT, about },
    to: [at.owner],
    across: false,
    body: [
      {
        kind: 'paragraph',
        text: `${issuerWithin(at, place.name)} báo cáo kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${place.year} (${at.title}) như sau:`,
      },
      ...results(parts),
      ...justifications(parts),
      ...difficulties(parts),
      { kind: 'paragraph', text: `Trên đây là báo cáo kết quả tự đánh giá, chấm điểm; đề nghị ${at.owner} xem xét, thẩm định./.` },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [{ authority, position, name: null }],
    annexes: [annex(parts, symbol)],
    footer: footer(parts),
  };
}
