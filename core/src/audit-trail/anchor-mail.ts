/** The head of the trail with its signature, as "parindex audit verify --anchor" takes it. */
export interface Anchor {
  readonly number: number;
  readonly hash: string;
  readonly count: number;
  readonly at: string;
  readonly key: string | null;
  readonly signature: string | null;
}

export interface AnchorMailToWrite {
  readonly anchor: Anchor;
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

/** The mail that keeps an anchor outside the system; its one line of JSON is the anchor as it is kept in a file. */
export function anchorMail({ anchor, origin, illustrative }: AnchorMailToWrite): { readonly subject: string; readonly text: string } {
  const { number, hash, count, at, key, signature } = anchor;
  return {
    subject: `[ParIndex] Mốc đối chiếu của nhật ký: khối ${number}`,
    text: [
      ...(illustrative ? ['DỮ LIỆU MINH HỌA: con người và số liệu đều không có thật. (Illustrative data.)', ''] : []),
      `Mốc đối chiếu của nhật ký${origin === undefined ? '' : ` tại ${origin}`}: ${count} dòng trong ${number} khối${key === null ? ', chưa có chữ ký' : ''}.`,
      'Đề nghị lưu thư này ngoài hệ thống. Để đối chiếu, chép nguyên dòng dưới đây vào một tệp rồi chạy: parindex audit verify --anchor TỆP',
      '',
      JSON.stringify({ number, hash, count, at, key, signature }),
      '',
      'Thư được gửi tự động, không cần trả lời.',
      '',
      '----',
      `The anchor of the audit trail: ${count} rows in ${number} blocks. Keep this mail outside the system; copy the line above into a file and run: parindex audit verify --anchor FILE`,
      '',
    ].join('\n'),
  };
}
