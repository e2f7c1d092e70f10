import { displayDate } from '@parindex/core';
import type { ErasureKind, RemovalReach } from '@parindex/core/contracts/schemas/index';
import { dayOf } from '@parindex/core/round/index';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import type { Block, OfficialDocument } from '../../documents/document.ts';
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

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Versions by hash and size; for a removal without number and date. */
function documentsPart({ kind, record }: ShownErasure): Block[] {
  const rows = (record?.documents ?? []).flatMap(({ document, body, versions }) =>
    versions.map(({ number, sha256, bytes, docNumber, issuedOn }) => [
      body.name,
      ...(kind === 'purge' ? [docNumber ?? '', issuedOn === null ? '' : displayDate(issuedOn)] : [document]),
      number,
      sha256 ?? 'không có tệp',
      bytes ?? '',
    ]),
  );
  const named =
    kind === 'purge'
      ? [
          { head: 'Số, ký hiệu', width: 3 },
          { head: 'Ngày', width: 2 },
        ]
      : [{ head: 'Mã tài liệu', width: 4 }];
  const columns = [
    { head: 'Kho của', width: 4 },
    ...named,
    { head: 'Phiên bản', width: 2 },
    { head: 'Mã băm SHA-256', width: 6 },
    { head: 'Dung lượng (byte)', width: 3, align: 'right' as const },
  ];
  return [
    numberedTable(columns, rows),
    ...(record?.elsewhere ? [paragraph(`Ngoài ra còn ${record.elsewhere} tài liệu cùng nội dung trong kho khác, không liệt kê trong bản này.`)] : []),
  ];
}

function citationsPart({ record }: ShownErasure): Block {
  const rows = (record?.documents ?? []).flatMap(({ body, cited }) =>
    cited.map(({ kind, target, citation }) => [body.name, `${kind === 'item' ? 'Tiêu chí' : 'Số liệu'} ${target}`, citation]),
  );
  if (rows.length === 0) return paragraph('Không có nơi nào dẫn tài liệu.');
  return numberedTable(
    [
      { head: 'Bảng chấm điểm của', width: 4 },
      { head: 'Nơi dẫn', width: 3 },
      { head: 'Trích dẫn', width: 6 },
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
        { head: 'Mã băm SHA-256', width: 8 },
      ],
      record.backups.map(({ at, sha256 }) => [momentText(at), sha256 ?? '']),
    ),
  ];
}

/** How far a removal went, and whether its bytes may come again. */
const REACHED: Readonly<Record<RemovalReach, string>> = {
  body: 'Chỉ gỡ bỏ trong kho của cơ quan có đề nghị; kho của cơ quan khác giữ nguyên. Hệ thống chỉ giữ lại mã tài liệu và mã băm.',
  rounds:
    'Gỡ bỏ trong kho của cơ quan có đề nghị và các kho thuộc kỳ do cơ quan quyết định chủ trì; kho khác giữ nguyên. Hệ thống chỉ giữ lại mã tài liệu và mã băm.',
  all: 'Hệ thống chỉ giữ lại mã tài liệu và mã băm; tệp có cùng mã băm không được đưa lên lại.',
};

function whatWent(erasure: ShownErasure): Block[] {
  const { kind, record, reach } = erasure;
  if (!record) return [];
  const kept = kind === 'purge' ? 'Hệ thống giữ lại mã tài liệu, mã băm, số, ký hiệu, ngày văn bản, người nộp và thời điểm nộp.' : REACHED[reach ?? 'all'];
  return [
    heading(kind === 'purge' ? '1. Tài liệu đã hủy' : '1. Tài liệu đã gỡ bỏ'),
    ...documentsPart(erasure),
    paragraph(`${kept} Nội dung của ${record.payloads} dòng nhật ký liên quan đã được xóa; dấu xác nhận của nhật ký vẫn khớp.`),
    ...(kind === 'removal' ? [heading('2. Nơi đã dẫn tài liệu'), citationsPart(erasure)] : []),
    heading(`${kind === 'removal' ? 3 : 2}. Bản sao lưu`),
    ...backupsPart(erasure),
  ];
}

/**
 * The record of a decided erasure, to be printed and signed: who, when, why, and what by its hash; never a title or
 * content. `illustrative` marks the sandbox.
 */
export function erasureDocument(erasure: ShownErasure & { readonly decided: Decided }, illustrative: boolean): OfficialDocument {
  const { id, kind, round, body, document, asked, decided, reason } = erasure;
  return recordDocument({
    title: `${HEADINGS[kind]} – ${id}`,
    agency: decided.body?.name ?? null,
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
          ...(document === null ? [] : [['Mã tài liệu', document] as const]),
          [
            'Người quyết định',
            `${personText(decided.by.name, ROLE_NAMES.vi[decided.role], decided.body?.name)}, hồi ${momentText(decided.at)}: ${DECIDED[kind][decided.decision]}.`,
          ],
          ...(decided.note === null ? [] : [['Ý kiến', decided.note] as const]),
        ],
      },
      ...whatWent(erasure),
      paragraph(`Biên bản được lập từ dữ liệu của hệ thống, mã ${id}.`),
    ],
    signed: [
      ['Người đề nghị', asked.by.name],
      ['Người quyết định', decided.by.name],
    ],
  });
}
