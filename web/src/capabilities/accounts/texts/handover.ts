import { texts } from '@parindex/core/words/texts';

export const handoverTexts = texts({
  title: { vi: 'Bàn giao cho người khác', en: 'Hand over to somebody else' },
  lead: {
    vi: 'Toàn bộ vai trò và công việc đang thực hiện được chuyển sang người nhận kể từ ngày bàn giao. Người giao làm việc được đến hết ngày trước đó.',
    en: 'All roles and open work pass to the receiver from a day on, in one act. Until the day before, the one who hands over works on.',
  },
  to: { vi: 'Người nhận bàn giao', en: 'Receiver' },
  toMore: {
    vi: 'Người nhận phải có tài khoản trước; nếu chưa có, hãy mời ở trang Người dùng.',
    en: 'The receiver needs an account first; invite them on the page of people.',
  },
  day: { vi: 'Ngày bàn giao', en: 'Day of the handover' },
  dayMore: { vi: 'Ngày đầu tiên người nhận làm việc; không được trước ngày hiện tại.', en: 'The first day of the receiver; not in the past.' },
  documentNumber: { vi: 'Số văn bản (nếu có)', en: 'Number of the document (if any)' },
  documentDate: { vi: 'Ngày văn bản', en: 'Date of the document' },
  perform: { vi: 'Thực hiện bàn giao', en: 'Hand over' },
  confirm: { vi: 'Xác nhận bàn giao', en: 'Confirm the handover' },
  confirmMore: {
    vi: (from: string, to: string, day: string) =>
      `Từ ngày ${day}, mọi vai trò của ${from} chuyển cho ${to}. Việc bàn giao không hoàn tác được; muốn trả lại phải bàn giao một lần nữa.`,
    en: (from: string, to: string, day: string) =>
      `From ${day} on, all roles of ${from} pass to ${to}. This cannot be undone; giving them back is another handover.`,
  },
  done: {
    vi: (from: string, to: string, day: string) => `Đã bàn giao từ ${from} sang ${to}, có hiệu lực từ ngày ${day}.`,
    en: (from: string, to: string, day: string) => `Handed over from ${from} to ${to}, in force from ${day}.`,
  },
  record: { vi: 'Biên bản bàn giao', en: 'Record of the handover' },
  print: { vi: 'Mở biên bản để in và ký', en: 'Open the record to print and sign' },
  document: { vi: (document: string) => `Căn cứ ${document}.`, en: (document: string) => `By ${document}.` },
  roles: { vi: 'Vai trò đã chuyển', en: 'Roles that passed' },
  role: { vi: 'Vai trò', en: 'Role' },
  body: { vi: 'Cơ quan', en: 'Body' },
  begins: { vi: 'Bên nhận từ ngày', en: 'Receiver from' },
  ends: { vi: 'Đến hết ngày', en: 'To' },
  noEnd: { vi: 'Không thời hạn', en: 'Without an end' },
  alreadyHeld: { vi: 'bên nhận đã có sẵn', en: 'the receiver has it already' },
  sheets: { vi: 'Bảng chấm điểm đang thực hiện', en: 'Open sheets' },
  noSheets: { vi: 'Bên giao không có bảng chấm điểm nào đang thực hiện.', en: 'There is no open sheet.' },
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  entries: { vi: 'Số lần cập nhật', en: 'Entries' },
  lastAt: { vi: 'Lần cuối', en: 'Last one' },
  steps: { vi: 'Bước chưa kết thúc', en: 'Steps that have not ended' },
  step: { vi: (name: string, closes: string) => `${name} (hạn ${closes})`, en: (name: string, closes: string) => `${name} (closes ${closes})` },
  tokens: { vi: (names: string) => `Mã truy cập cá nhân của bên giao hết hiệu lực: ${names}.`, en: (names: string) => `Personal tokens that end: ${names}.` },
  noTokens: { vi: 'Bên giao không có mã truy cập cá nhân còn hiệu lực.', en: 'There is no personal token in force.' },
});
