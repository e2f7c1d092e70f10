import { displayDate, Faults, ROOT } from '@parindex/core';
import type { ErasureKind, RemovalReach } from '@parindex/core/contracts/schemas/index';
import { readCitation } from '@parindex/core/evidence/index';
import { dayOf } from '@parindex/core/round/index';
import { placeText } from '@parindex/core/words/cited-document';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { type Block, heading, type Letterhead, LONG_BLANK, type OfficialDocument, paragraph } from '../../documents/document.ts';
import { momentText } from '../../documents/moment-text.ts';
import { numberedTable, personText, recordDocument } from '../../documents/shapes.ts';
import type { ShownErasure } from './present-erasure.ts';

type Decided = NonNullable<ShownErasure['decided']>;

const HEADINGS: Readonly<Record<ErasureKind, string>> = {
  removal: 'Biên bản gỡ bỏ khẩn cấp tài liệu',
  purge: 'Biên bản hủy tài liệu hết thời hạn bảo quản',
};
const DECIDED: Readonly<Record<ErasureKind, Readonly<Record<Decided['decision'], string>>>> = {
  removal: { carriedOut: 'đồng ý và đã thực hiện gỡ bỏ', refused: 'không chấp thuận; tài liệu được giữ nguyên' },
  purge: { carriedOut: 'đồng ý và đã thực hiện hủy', refused: 'không chấp thuận; tài liệu được giữ nguyên' },
};

/** What a purge leaves of a document: its number, date, issuer and subject, as a list of what was destroyed is kept. */
const purgedTable = ({ record }: ShownErasure): Block =>
  numberedTable(
    [
      { head: 'Kho tài liệu của', width: 3 },
      { head: 'Số, ký hiệu, ngày', width: 3 },
      { head: 'Trích yếu, tác giả', width: 4 },
      { head: 'Phiên bản', width: 2, align: 'center' },
      { head: 'Mã kiểm tra toàn vẹn SHA-256, dung lượng', width: 4 },
    ],
    (record?.documents ?? []).flatMap(({ body, versions }) =>
      versions.map(({ number, sha256, bytes, docNumber, issuedOn, issuer, subject }) => [
        body.name,
        [docNumber, ...(issuedOn === null ? [] : [`ngày ${displayDate(issuedOn)}`])].filter(Boolean).join(' '),
        [subject, issuer].filter(Boolean).join('; '),
        number,
        sha256 === null ? 'không có tệp' : `${sha256}${bytes === null ? '' : ` (${bytes} byte)`}`,
      ]),
    ),
  );

/** Of what must not be here the product keeps no word: number and date are filled in by hand, from the register of documents. */
const removedTable = ({ record }: ShownErasure): Block =>
  numberedTable(
    [
      { head: 'Kho tài liệu của', width: 3 },
      { head: 'Số, ký hiệu, ngày (ghi theo sổ văn bản)', width: 3 },
      { head: 'Phiên bản', width: 2, align: 'center' },
      { head: 'Mã kiểm tra toàn vẹn SHA-256', width: 5 },
      { head: 'Dung lượng (byte)', width: 2, align: 'right' },
    ],
    (record?.documents ?? []).flatMap(({ body, versions }) =>
      versions.map(({ number, sha256, bytes }) => [body.name, LONG_BLANK, number, sha256 ?? 'không có tệp', bytes ?? '']),
    ),
  );

const documentsPart = (erasure: ShownErasure): Block[] => [
  erasure.kind === 'purge' ? purgedTable(erasure) : removedTable(erasure),
  ...(erasure.record?.elsewhere
    ? [paragraph(`Ngoài ra còn ${erasure.record.elsewhere} tài liệu cùng nội dung trong kho khác, không liệt kê trong bản này.`)]
    : []),
];

/** What a figure of a round is called; undefined where its edition does not know it. */
export type FigureTitle = (round: string, figure: string) => string | undefined;

const figureText = (title: string | undefined): string => (title === undefined ? 'Số liệu dùng để chấm điểm' : `Số liệu “${title}”`);

/** Where in the document; its id is nobody's to read. */
const citedPlace = (citation: string): string => placeText(readCitation(citation, ROOT, new Faults())?.place ?? {}, 'vi') || 'Toàn văn';

function citationsPart({ record }: ShownErasure, figureTitle: FigureTitle): Block {
  const rows = (record?.documents ?? []).flatMap(({ round, body, cited }) =>
    cited.map(({ kind, target, citation }) => [
      body.name,
      kind === 'item' ? `Tiêu chí ${target}` : figureText(figureTitle(round, target)),
      citedPlace(citation),
    ]),
  );
  if (rows.length === 0) return paragraph('Không có nơi nào dẫn tài liệu.');
  return numberedTable(
    [
      { head: 'Bảng chấm điểm của', width: 5 },
      { head: 'Nơi dẫn', width: 5 },
      { head: 'Phần được dẫn', width: 5 },
    ],
    rows,
  );
}

function backupsPart({ record }: ShownErasure): Block[] {
  if (!record || record.backups.length === 0) return [paragraph('Nhật ký không ghi nhận bản sao lưu nào được tạo trong thời gian tài liệu có trên hệ thống.')];
  return [
    paragraph('Các bản sao lưu sau được tạo khi tài liệu còn trên hệ thống và vẫn chứa nội dung; cần được hủy, hoặc gỡ bỏ lại sau khi phục hồi:'),
    numberedTable(
      [
        { head: 'Thời điểm sao lưu', width: 4 },
        { head: 'Mã kiểm tra toàn vẹn SHA-256', width: 8 },
      ],
      record.backups.map(({ at, sha256 }) => [momentText(at), sha256 ?? '']),
    ),
  ];
}

/** How far a removal went, and whether its bytes may come again. */
const REACHED: Readonly<Record<RemovalReach, string>> = {
  body: 'Chỉ gỡ bỏ trong kho của cơ quan có đề nghị; kho của cơ quan khác giữ nguyên. Hệ thống chỉ giữ lại mã kiểm tra toàn vẹn.',
  rounds:
    'Gỡ bỏ trong kho của cơ quan có đề nghị và các kho thuộc kỳ do cơ quan quyết định chủ trì; kho khác giữ nguyên. Hệ thống chỉ giữ lại mã kiểm tra toàn vẹn.',
  all: 'Hệ thống chỉ giữ lại mã kiểm tra toàn vẹn; tệp có cùng mã kiểm tra toàn vẹn không được đưa lên lại.',
};

function whatWent(erasure: ShownErasure, figureTitle: FigureTitle): Block[] {
  const { kind, record, reach } = erasure;
  if (!record) return [];
  const kept =
    kind === 'purge'
      ? 'Hệ thống giữ lại mã kiểm tra toàn vẹn, số, ký hiệu, ngày, tác giả, trích yếu văn bản (trừ tài liệu có dữ liệu cá nhân), người nộp và thời điểm nộp.'
      : REACHED[reach ?? 'all'];
  return [
    heading(kind === 'purge' ? '1. Tài liệu đã hủy' : '1. Tài liệu đã gỡ bỏ'),
    ...documentsPart(erasure),
    paragraph(`${kept} Nội dung của ${record.payloads} dòng nhật ký liên quan đã được xóa; dấu xác nhận của nhật ký vẫn khớp.`),
    ...(kind === 'removal' ? [heading('2. Nơi đã dẫn tài liệu'), citationsPart(erasure, figureTitle)] : []),
    heading(`${kind === 'removal' ? 3 : 2}. Bản sao lưu`),
    ...backupsPart(erasure),
  ];
}

/**
 * The record of a decided erasure, to be printed and signed: who, when, why, and what: a purge by number, date and subject, a
 * removal by its hash alone. `illustrative` marks the sandbox.
 */
export function erasureDocument(
  erasure: ShownErasure & { readonly decided: Decided },
  issuer: Letterhead['issuer'] | null,
  illustrative: boolean,
  figureTitle: FigureTitle = () => undefined,
): OfficialDocument {
  const { kind, round, body, asked, decided, reason } = erasure;
  return recordDocument({
    title: `${HEADINGS[kind]} – ${body?.name ?? round.title} – ${displayDate(dayOf(Date.parse(decided.at)))}`,
    issuer,
    day: dayOf(Date.parse(decided.at)),
    name: HEADINGS[kind],
    about: body === null ? round.title : `${body.name} – ${round.title}`,
    illustrative,
    body: [
      {
        kind: 'facts',
        facts: [
          ['Người đề nghị', `${personText(asked.by.name, ROLE_NAMES.vi[asked.role], asked.body?.name)}, hồi ${momentText(asked.at)}.`],
          ['Lý do', reason],
          [
            'Người quyết định',
            `${personText(decided.by.name, ROLE_NAMES.vi[decided.role], decided.body?.name)}, hồi ${momentText(decided.at)}: ${DECIDED[kind][decided.decision]}.`,
          ],
          ...(decided.note === null ? [] : [['Ý kiến', decided.note] as const]),
        ],
      },
      ...whatWent(erasure, figureTitle),
      paragraph('Biên bản được lập từ dữ liệu đã ghi trong nhật ký của hệ thống.'),
    ],
    signed: [
      ['Người đề nghị', asked.by.name],
      ['Người quyết định', decided.by.name],
    ],
  });
}
