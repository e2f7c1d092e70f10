import type { Anchor } from '../contracts/schemas/audit.ts';
import { mailOf, SENT_BY_ITSELF } from '../words/mail.ts';

export interface AnchorMailToWrite {
  readonly anchor: Anchor;
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

/** The mail that keeps an anchor outside the system; its one line of JSON is the anchor as it is kept in a file. */
export function anchorMail({ anchor, origin, illustrative }: AnchorMailToWrite): { readonly subject: string; readonly text: string } {
  const { number, hash, count, at, key, signature } = anchor;
  return mailOf({
    subject: `Dấu xác nhận nhật ký: khối ${number}`,
    illustrative,
    vi: [
      `Dấu xác nhận nhật ký${origin === undefined ? '' : ` tại ${origin}`}: ${count} dòng trong ${number} khối${key === null ? ', chưa có chữ ký' : ''}.`,
      'Đề nghị lưu thư này ngoài hệ thống. Để đối chiếu, chép nguyên dòng dưới đây vào một tệp rồi chạy: parindex audit verify --anchor TỆP',
      '',
      JSON.stringify({ number, hash, count, at, key, signature }),
      '',
      SENT_BY_ITSELF.vi.line,
    ],
    en: [
      `The anchor of the audit trail: ${count} rows in ${number} blocks. Keep this mail outside the system; copy the line above into a file and run: parindex audit verify --anchor FILE`,
    ],
  });
}
