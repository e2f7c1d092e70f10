import { displayDecimal } from '@parindex/core';
import { dayOf } from '@parindex/core/round/index';
import { agencyName, issuerOf } from '@parindex/core/submissions/issuers';
import { writtenCode } from '@parindex/core/submissions/receipt-code';
import { worthOf } from '@parindex/core/submissions/signed-report';
import { reportMatchText } from '@parindex/core/words/report-words';
import { signaturesText } from '@parindex/core/words/signature-words';
import { SENDING_STATE_NAMES } from '@parindex/core/words/states';
import { MARKS, type OfficialDocument } from '../../documents/document.ts';
import { momentInWords } from '../../documents/moment-text.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import type { ReceiptRow, SendingRow } from './queries/sendings.ts';

/** In two halves, so that it fits a line. */
const broken = (hash: string): string => `${hash.slice(0, 32)} ${hash.slice(32)}`;

/** What was sent, and the document that it was sent with. */
const MATTERS = {
  sheet: { matter: 'bảng chấm điểm', report: 'Báo cáo tự đánh giá, chấm điểm' },
  explanation: { matter: 'nội dung giải trình', report: 'Báo cáo giải trình kết quả thẩm định' },
} as const satisfies Record<ReceiptRow['matter'], unknown>;

interface ReceiptParts {
  readonly receipt: ReceiptRow;
  readonly sending: SendingRow;
  /** Points by source of the report that was sent; none where its words are not kept. */
  readonly sums: readonly (readonly [name: string, points: string])[];
  readonly place: ReportPlace;
  /** Where a receipt can be checked, as "https://chamdiem.example.gov.vn". */
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

/** A receipt as a document: what was sent, what its signatures are worth or by whose permission it is unsigned, when, and its hashes. It needs no signature; anybody can check it by its code. */
export function receiptDocument({ receipt, sending, sums, place, origin, illustrative }: ReceiptParts): OfficialDocument {
  const { permission } = sending;
  const signature = worthOf(receipt.signatures);
  const what = MATTERS[receipt.matter];
  const link = origin === undefined ? null : `${origin}/bien-nhan?ma=${receipt.code}`;
  const ended = receipt.endedAt === null ? '' : `, từ ${momentInWords(receipt.endedAt.toISOString())}`;
  const lines: (readonly [string, string])[] = [
    ['Mã biên nhận', writtenCode(receipt.code)],
    ['Cơ quan gửi', agencyName(place.kind, receipt.body.name)],
    ['Kỳ đánh giá', receipt.title],
    ['Thời điểm nhận', momentInWords(receipt.sentAt.toISOString())],
    ...sums,
    ['Người gửi trên hệ thống', sending.sentBy.name],
    ['Chữ ký số', signaturesText(sending.signatures, 'vi') || (signature === null ? 'Không có' : 'Có; kết quả kiểm tra không còn lưu')],
    ['Căn cứ nhận', reportMatchText({ matched: receipt.matched, signature }, 'vi')],
    ...(permission === null
      ? []
      : [['Ý kiến cho phép', `${permission.by.name}, ${momentInWords(permission.at)}. Lý do: ${permission.reason || 'không còn lưu'}`] as [string, string]]),
    ['Trạng thái', `${SENDING_STATE_NAMES.vi[receipt.state]}${ended}`],
    [`Mã kiểm tra toàn vẹn ${what.matter} (SHA-256)`, broken(receipt.sheetHash)],
    ['Mã kiểm tra toàn vẹn tệp báo cáo (SHA-256)', `${broken(receipt.fileHash)} (${displayDecimal(String(receipt.fileBytes), 'vi')} byte)`],
    ['Dấu xác nhận nhật ký', receipt.headNumber === 0 ? 'Chưa có' : `Số ${receipt.headNumber}: ${broken(receipt.headHash)}`],
  ];
  return {
    title: `Biên nhận ${writtenCode(receipt.code)}`,
    marks: illustrative ? [MARKS.invented] : [],
    letterhead: {
      issuer: issuerOf({ kind: place.ownerKind, above: null }, place.owner),
      number: null,
      symbol: null,
      place: null,
      day: dayOf(receipt.sentAt.getTime()),
    },
    subject: { as: 'named', name: 'Biên nhận', about: `${what.report} Chỉ số cải cách hành chính năm ${receipt.year}` },
    to: [],
    across: false,
    body: [
      {
        kind: 'table',
        columns: [
          { head: 'Nội dung', width: 4 },
          { head: 'Thông tin ghi nhận', width: 8 },
        ],
        rows: lines.map((cells) => ({ cells })),
      },
      {
        kind: 'paragraph',
        text: 'Biên nhận do hệ thống lập, không cần chữ ký. Người có mã biên nhận đối chiếu được biên nhận và tệp báo cáo trên trang tra cứu biên nhận.',
        style: 'italic',
      },
    ],
    recipients: [],
    signatures: [],
    annexes: [],
    footer: { lines: [`Mã biên nhận: ${writtenCode(receipt.code)}`, ...(link === null ? [] : [link])], link },
  };
}
