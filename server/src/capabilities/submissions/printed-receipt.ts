import { writtenCode } from '@parindex/core/submissions/receipt-code';
import { REPORT_MATCH_WORDS } from '@parindex/core/words/report-words';
import { SENDING_STATE_NAMES } from '@parindex/core/words/states';
import { LEFT_BLANK, MARKS, type OfficialDocument } from '../../documents/document.ts';
import { momentText } from '../../documents/moment-text.ts';
import { signersOf } from './judge-signed.ts';
import type { ReceiptRow, SendingRow } from './queries/sendings.ts';

/** In two halves, so that it fits a line. */
const broken = (hash: string): string => `${hash.slice(0, 32)} ${hash.slice(32)}`;

/** A receipt as a document: what was sent, signed by whom, when, and its hashes. It needs no signature; anybody can check it by its code. */
export function receiptDocument(row: ReceiptRow, sending: SendingRow, owner: string, origin: string | undefined, illustrative: boolean): OfficialDocument {
  const signers = signersOf(sending.signatures);
  const link = origin === undefined ? null : `${origin}/bien-nhan?ma=${row.code}`;
  const lines: [string, string][] = [
    ['Mã biên nhận', writtenCode(row.code)],
    ['Cơ quan gửi', row.body.name],
    ['Kỳ đánh giá', row.title],
    ['Thời điểm nhận', momentText(row.sentAt.toISOString())],
    ['Người gửi trên hệ thống', sending.sentBy.name],
    ['Chữ ký số', signers.length === 0 ? 'Không có' : signers.join('; ')],
    ['Căn cứ nhận', REPORT_MATCH_WORDS[row.matched].vi],
    ['Trạng thái', `${SENDING_STATE_NAMES.vi[row.state]}${row.endedAt === null ? '' : `, từ ${momentText(row.endedAt.toISOString())}`}`],
    ['Mã băm bảng điểm (SHA-256)', broken(row.sheetHash)],
    ['Mã băm tệp báo cáo (SHA-256)', `${broken(row.fileHash)} (${row.fileBytes} byte)`],
    ['Mốc nhật ký', row.headNumber === 0 ? 'Chưa có khối niêm phong nào' : `Khối ${row.headNumber}: ${broken(row.headHash)}`],
  ];
  return {
    title: `Biên nhận ${writtenCode(row.code)}`,
    marks: illustrative ? [MARKS.invented] : [],
    letterhead: { issuer: { above: null, name: owner }, number: null, symbol: `BN-${LEFT_BLANK}`, place: null, day: null },
    subject: { as: 'named', name: 'Biên nhận', about: 'Báo cáo tự đánh giá, chấm điểm Chỉ số cải cách hành chính' },
    to: [],
    across: false,
    body: [
      {
        kind: 'table',
        columns: [
          { head: 'Nội dung', width: 4 },
          { head: 'Ghi nhận', width: 8 },
        ],
        rows: lines.map((cells) => ({ cells })),
      },
      {
        kind: 'paragraph',
        text: 'Biên nhận do hệ thống lập, không cần chữ ký. Ai có mã biên nhận đều đối chiếu được biên nhận và tệp báo cáo trên trang tra cứu biên nhận.',
        style: 'italic',
      },
    ],
    recipients: [],
    signatures: [],
    annexes: [],
    footer: { lines: [`Mã biên nhận: ${writtenCode(row.code)}`, ...(link === null ? [] : [link])], link },
  };
}
