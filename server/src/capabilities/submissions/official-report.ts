import { displayDate, inLanguage, pointsText, schemeNames } from '@parindex/core';
import { agencyName, issuerOf, symbolOf } from '@parindex/core/submissions/issuers';
import { type ReportForm, recipientsOf } from '@parindex/core/submissions/report-form';
import { groundBlocks, groundLines } from '../../documents/citing.ts';
import { type Annex, BLANK_DAY, type Block, MARKS, type OfficialDocument, type Row, schemeMarks } from '../../documents/document.ts';
import { signatureOf } from '../../documents/issued.ts';
import type { Grounds } from '../rounds/grounds.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import { citationsText, listedDocuments, subjectText } from './report-citations.ts';
import {
  declaredTexts,
  difficultiesSection,
  domainTitles,
  givenIn,
  justificationsSection,
  notArisenSection,
  type ReportMaterial,
  resultsSection,
  sumsBySource,
} from './report-sections.ts';
import type { Frozen } from './sheet-hash.ts';

/** Everything that the content of a report is made from. */
export interface ReportParts extends ReportMaterial {
  readonly body: { readonly name: string; readonly year: number };
  readonly at: ReportPlace;
  readonly grounds: Pick<Grounds, 'plan' | 'guidance'>;
}

/** A report without what is chosen when it is made: kept as it is once its sheet is frozen. */
export type ReportMatter = Pick<OfficialDocument, 'title' | 'marks' | 'subject' | 'to' | 'body' | 'annexes'> & {
  readonly issuer: { readonly above: string | null; readonly name: string };
  readonly symbol: string;
  /** Points by source, a line each, for the receipt; reports that were kept before have none. */
  readonly sums?: readonly (readonly [name: string, points: string])[];
};

const REPORT = 'Báo cáo';

/** What the report stands on, a line each. */
const groundsOf = ({ scheme, grounds, body, at }: ReportParts): Block[] =>
  groundBlocks(groundLines({ ...grounds, round: { title: at.title, year: body.year }, bases: scheme.legalBasis }));

function scoresAnnex({ scheme, content, documents }: ReportParts, attachedTo: string, year: number): Annex {
  const points = (fraction: string) => pointsText(fraction, scheme, 'vi');
  const given = givenIn(scheme);
  const names = schemeNames(scheme, 'vi');
  const titles = domainTitles(scheme);
  const criteria = new Map(scheme.domains.flatMap((domain) => domain.criteria.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? ''])));
  const compared = content.domains.some(({ criteria: all }) => all.some(({ rows }) => rows.some(({ before }) => before !== null)));
  return {
    heading: 'Phụ lục I',
    about: `Kết quả tự chấm điểm chi tiết năm ${year}`,
    attachedTo,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 3, align: 'center' },
          { head: 'Lĩnh vực, tiêu chí, nội dung chấm điểm', width: 12 },
          { head: 'Điểm tối đa', width: 3, align: 'right' },
          { head: 'Điểm tự chấm', width: 3, align: 'right' },
          ...(compared ? [{ head: 'Năm trước', width: 3, align: 'right' as const }] : []),
          { head: 'Nội dung tự chấm; số liệu kê khai, nguồn', width: 14 },
          { head: 'Tài liệu kiểm chứng', width: 11 },
          { head: 'Nội dung giải trình', width: 8 },
        ],
        rows: content.domains.flatMap((domain): Row[] => [
          {
            cells: [domain.code, (titles.get(domain.code) ?? '').toLocaleUpperCase('vi'), points(domain.maximum), points(domain.points)],
            bold: true,
          },
          ...domain.criteria.flatMap((criterion): Row[] => [
            ...(criterion.rows.length === 1 && criterion.rows[0]?.code === criterion.code
              ? []
              : [
                  {
                    cells: [criterion.code, criteria.get(criterion.code) ?? '', points(criterion.maximum), points(criterion.points)],
                    bold: true,
                  },
                ]),
            ...criterion.rows.map((row) => ({
              cells: [
                row.code,
                inLanguage(names.item(row.code)?.title, 'vi') ?? '',
                points(row.maximum),
                given(row),
                ...(compared ? [row.before === null ? '' : points(row.before)] : []),
                declaredTexts(row, scheme),
                citationsText(row.citations, documents),
                row.justification,
              ],
            })),
          ]),
        ]),
      },
    ],
  };
}

function documentsAnnex({ content, documents }: ReportParts, attachedTo: string): Annex {
  const listed = listedDocuments(content, documents);
  return {
    heading: 'Phụ lục II',
    about: 'Danh mục tài liệu kiểm chứng',
    attachedTo,
    blocks:
      listed.length === 0
        ? [{ kind: 'paragraph', text: 'Không dẫn tài liệu kiểm chứng.' }]
        : [
            {
              kind: 'table',
              columns: [
                { head: 'STT', width: 2, align: 'center' },
                { head: 'Số, ký hiệu', width: 7 },
                { head: 'Ngày ban hành', width: 5, align: 'center' },
                { head: 'Cơ quan ban hành', width: 9 },
                { head: 'Trích yếu', width: 16 },
                { head: 'Kiểm chứng cho nội dung (trang, mục)', width: 14 },
              ],
              rows: listed.map(({ document, proves }, index) => ({
                cells: [
                  String(index + 1),
                  document?.number ?? 'Không ghi số',
                  document?.date ? displayDate(document.date) : '',
                  (document?.withheld ? null : document?.issuer) ?? '',
                  (document && subjectText(document)) ?? 'Tài liệu không còn trong kho',
                  proves,
                ],
              })),
            },
          ],
  };
}

/** What the official self-assessment report (Báo cáo tự đánh giá, chấm điểm) says, whoever signs it. */
export function reportMatter(parts: ReportParts): ReportMatter {
  const { body, at, scheme } = parts;
  const symbol = `BC-${symbolOf(at.kind, body.name)}`;
  const about = `Tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${body.year}`;
  const [agency, owner] = [agencyName(at.kind, body.name), agencyName(at.ownerKind, at.owner)];
  const attachedTo = `(Kèm theo Báo cáo số ……/${symbol} ${BLANK_DAY} của ${agency})`;
  return {
    title: `${REPORT}: ${about} – ${body.name}`,
    marks: schemeMarks(scheme.status),
    issuer: issuerOf(at, body.name),
    symbol,
    sums: sumsBySource(parts),
    subject: { as: 'named', name: REPORT, about },
    to: [owner],
    body: [
      ...groundsOf(parts),
      { kind: 'paragraph', text: `${agency} báo cáo kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${body.year} như sau:` },
      ...resultsSection(parts),
      ...notArisenSection(parts),
      ...justificationsSection(parts),
      ...difficultiesSection(parts),
      {
        kind: 'paragraph',
        text: `Trên đây là báo cáo kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${body.year} của ${agency}; kính đề nghị ${owner} xem xét, thẩm định./.`,
      },
    ],
    annexes: [scoresAnnex(parts, attachedTo, body.year), documentsAnnex(parts, attachedTo)],
  };
}

/** What a report calls its sheet: whose it is, and of which round. */
export const sheetName = (body: string, round: string): string => `${body}, ${round}`;

/** The footer that identifies the sheet; it is found again in the signed file. */
export const sheetLine = (name: string, seq: number): string => `Bảng chấm điểm của ${name}, phiên bản số liệu ${seq}.`;
const SHEET_LINE = /Bảng chấm điểm của ((?:(?!Bảng chấm điểm của ).){1,600}?), phiên bản số liệu (\d+)\./g;
/** Reports made before name round and body by their ids. */
const SHEET_LINE_BEFORE = /Bảng (?:chấm )?điểm ([a-z0-9-]+)\/([a-z0-9-]+), (?:lần chốt|phiên bản số liệu) (\d+)\./g;

/** A sheet as the foot of a report names it: in words, in older reports by ids. */
export interface NamedSheet {
  readonly name: string;
  readonly ids?: { readonly round: string; readonly body: string };
  readonly seq: number;
}

/** The sheets named in a report's footer. */
export function sheetsNamedIn(text: string): NamedSheet[] {
  const line = text.normalize('NFC').replaceAll(/\s+/g, ' ');
  return [
    ...[...line.matchAll(SHEET_LINE)].map(([, name = '', seq]) => ({ name, seq: Number(seq) })),
    ...[...line.matchAll(SHEET_LINE_BEFORE)].map(([, round = '', body = '', seq]) => ({
      name: sheetName(body, round),
      ids: { round, body },
      seq: Number(seq),
    })),
  ];
}

/** What a report has besides its matter. */
export interface ReportMaking {
  readonly kind: ReportPlace['kind'];
  readonly form: ReportForm;
  /** What the sheet is called: `sheetName`. */
  readonly sheet: string;
  /** undefined: the sheet is open, and the report a draft. */
  readonly frozen: Frozen | undefined;
  /** Where a receipt can be checked, as "https://chamdiem.example.gov.vn". */
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

function footer({ sheet, frozen, origin }: ReportMaking): OfficialDocument['footer'] {
  if (!frozen) return null;
  const link = origin === undefined ? null : `${origin}/bien-nhan?ma=${frozen.hash}`;
  return {
    lines: [
      sheetLine(sheet, frozen.seq),
      `Mã kiểm tra toàn vẹn bảng chấm điểm (SHA-256): ${frozen.hash}.`,
      ...(link === null ? [] : ['Quét mã để tra cứu biên nhận.']),
    ],
    link,
  };
}

/** The official report as a document to be numbered and signed outside: what it says, in the form that was chosen for it. */
export function officialReport({ issuer, symbol, marks, sums: _, ...matter }: ReportMatter, making: ReportMaking): OfficialDocument {
  const { kind, form, frozen, illustrative } = making;
  return {
    ...matter,
    marks: [...(frozen ? [] : [MARKS.draft]), ...(illustrative ? [MARKS.invented] : []), ...marks],
    letterhead: { issuer, number: null, symbol, place: form.place.trim() || null, day: null },
    across: false,
    recipients: recipientsOf(form),
    signatures: [signatureOf(kind, form)],
    footer: footer(making),
  };
}
