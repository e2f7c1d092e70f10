import { SENDING_STATE_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

/** The page on which anybody checks a receipt. */
export const receiptTexts = texts({
  title: { vi: 'Tra cứu biên nhận', en: 'Check a receipt' },
  lead: {
    vi: 'Nhập mã biên nhận, hoặc mã kiểm tra toàn vẹn in ở chân báo cáo. Không cần đăng nhập.',
    en: 'Enter the code of a receipt, or the hash at the foot of a report. No sign-in is needed.',
  },
  code: { vi: 'Mã biên nhận', en: 'Code of the receipt' },
  codeHint: { vi: '16 chữ và số, ví dụ ABCD-EFGH-JKMN-PQRS', en: '16 letters and digits, as ABCD-EFGH-JKMN-PQRS' },
  look: { vi: 'Tra cứu', en: 'Look up' },
  unknown: { vi: 'Không có biên nhận nào với mã này. Đề nghị kiểm tra lại từng ký tự.', en: 'There is no receipt with this code. Check it letter by letter.' },
  body: { vi: 'Cơ quan gửi', en: 'Sent by' },
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  sentAt: { vi: 'Thời điểm nhận', en: 'Received at' },
  state: { vi: 'Trạng thái', en: 'State' },
  states: SENDING_STATE_NAMES,
  since: { vi: (state: string, at: string) => `${state}, từ ${at}`, en: (state: string, at: string) => `${state}, since ${at}` },
  replacedBy: { vi: 'Biên nhận thay thế', en: 'Replaced by' },
  match: { vi: 'Căn cứ nhận', en: 'Taken because' },
  matterHash: {
    sheet: { vi: 'Mã kiểm tra toàn vẹn bảng chấm điểm (SHA-256)', en: 'Hash of the sheet (SHA-256)' },
    explanation: { vi: 'Mã kiểm tra toàn vẹn nội dung giải trình (SHA-256)', en: 'Hash of the explanation (SHA-256)' },
  },
  sent: { vi: 'Nội dung gửi', en: 'What was sent' },
  matters: {
    sheet: { vi: 'Bảng chấm điểm kèm báo cáo tự đánh giá', en: 'The sheet with its report' },
    explanation: { vi: 'Giải trình kết quả thẩm định', en: 'An explanation after the appraisal' },
  },
  fileHash: { vi: 'Mã kiểm tra toàn vẹn tệp báo cáo (SHA-256)', en: 'Hash of the report (SHA-256)' },
  trail: { vi: 'Dấu xác nhận nhật ký', en: 'Head of the sealed trail' },
  trailAt: { vi: (block: string, hash: string) => `Số ${block}: ${hash}`, en: (block: string, hash: string) => `Block ${block}: ${hash}` },
  noTrail: { vi: 'Khi đó chưa có', en: 'No block had been sealed then' },
  illustrative: { vi: 'Dữ liệu minh họa, không có giá trị văn bản.', en: 'Illustrative data, worth nothing as a document.' },
  compare: { vi: 'Đối chiếu tệp báo cáo', en: 'Compare a report' },
  compareLead: {
    vi: 'Chọn tệp PDF cần đối chiếu. Mã kiểm tra toàn vẹn được tính ngay trên thiết bị này; tệp không được gửi đi.',
    en: 'Choose the PDF to compare. Its hash is worked out on this device; the file is not sent anywhere.',
  },
  choose: { vi: 'Chọn tệp PDF', en: 'Choose a PDF' },
  same: {
    vi: (name: string) => `“${name}” đúng là tệp báo cáo đã gửi: mã kiểm tra toàn vẹn trùng khớp.`,
    en: (name: string) => `“${name}” is the report that was sent: the hashes are equal.`,
  },
  other: {
    vi: (name: string) => `“${name}” không phải tệp báo cáo đã gửi: mã kiểm tra toàn vẹn khác.`,
    en: (name: string) => `“${name}” is not the report that was sent: the hashes differ.`,
  },
  cannot: {
    vi: 'Trình duyệt chỉ tính được mã kiểm tra toàn vẹn khi trang mở qua kết nối an toàn (https).',
    en: 'Browsers work out hashes only on pages that came by a safe connection (https).',
  },
});
