import { texts } from '@parindex/core/words/texts';

/** Adopting an edition by two persons, and withdrawing it. */
export const adoptionTexts = texts({
  title: { adopt: { vi: 'Đưa vào áp dụng', en: 'Adopt the edition' }, withdraw: { vi: 'Thôi áp dụng', en: 'Withdraw the edition' } },
  lead: {
    adopt: {
      vi: 'Việc này cần hai người của cơ quan lập: một người tải lên quyết định đã ký và đề nghị, người kia kiểm tra rồi quyết định (cơ quan chỉ có một người thì quản trị viên quyết định). Khi đã đưa vào áp dụng, bộ tiêu chí được khóa và ký; sửa đổi là một bản mới.',
      en: 'It takes two persons of the body that writes it: one brings the signed decision and asks, the other checks and decides (an administrator where the body has one person alone). Once adopted, the edition is locked and signed; a correction is a new edition.',
    },
    withdraw: {
      vi: 'Bộ tiêu chí thôi áp dụng không dùng được cho kỳ đánh giá mới; các kỳ đã mở vẫn tiếp tục. Việc này cần hai người và không hoàn tác được.',
      en: 'An edition that is withdrawn serves no new round; rounds that were opened go on. It takes two persons and cannot be undone.',
    },
  },
  number: { vi: 'Số quyết định', en: 'Number of the decision' },
  date: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  from: { vi: 'Có hiệu lực từ', en: 'In force from' },
  to: { vi: 'Hết hiệu lực', en: 'In force until' },
  toMore: { vi: 'Để trống nếu chưa có.', en: 'Leave it empty where there is no end yet.' },
  file: { vi: 'Quyết định đã ký', en: 'The signed decision' },
  fileMore: { vi: 'Tệp PDF đã ký số, hoặc bản quét của bản giấy.', en: 'The PDF that was signed, or a scan of the paper.' },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  chooseOther: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  noFile: { vi: 'Cần có tệp quyết định đã ký.', en: 'The signed decision is needed.' },
  replacedBy: { vi: 'Bộ tiêu chí thay thế', en: 'Edition that replaces it' },
  nothing: { vi: 'Không có bộ tiêu chí thay thế', en: 'No edition replaces it' },
  reason: { vi: 'Ý kiến của người đề nghị', en: 'What whoever asks says' },
  reasonMore: { vi: 'Không bắt buộc; người quyết định đọc được.', en: 'Not needed; whoever decides reads it.' },
  notYet: {
    vi: 'Chưa đề nghị được: văn bản còn lỗi, hoặc các ví dụ tính điểm chưa có hay chưa đúng, như nêu ở phần Kiểm tra.',
    en: 'It cannot be asked for yet: the texts have faults, or its cases are missing or do not come out, as told under “Check”.',
  },
  ask: { adopt: { vi: 'Đề nghị đưa vào áp dụng', en: 'Ask for it to be adopted' }, withdraw: { vi: 'Đề nghị thôi áp dụng', en: 'Ask for it to be withdrawn' } },
  asked: {
    vi: 'Đã gửi đề nghị; người thứ hai (cơ quan chỉ có một người thì quản trị viên) sẽ kiểm tra và quyết định.',
    en: 'It is asked for; a second person checks and decides, an administrator where the body has one person alone.',
  },
  agree: {
    adopt: { vi: 'Đồng ý đưa vào áp dụng', en: 'Agree, and adopt it' },
    withdraw: { vi: 'Đồng ý thôi áp dụng', en: 'Agree, and withdraw it' },
  },
  refused: { vi: 'Đã ghi nhận không đồng ý; bộ tiêu chí được giữ nguyên.', en: 'It is refused; the edition stays as it is.' },
  by: {
    vi: (number: string, day: string) => `Theo Quyết định số ${number} ngày ${day}.`,
    en: (number: string, day: string) => `By decision ${number} of ${day}.`,
  },
  inForce: {
    vi: (from: string, to: string | null) => (to === null ? `Có hiệu lực từ ${from}.` : `Có hiệu lực từ ${from} đến ${to}.`),
    en: (from: string, to: string | null) => (to === null ? `In force from ${from}.` : `In force from ${from} to ${to}.`),
  },
  replaces: { vi: (edition: string) => `Thay bằng bộ tiêu chí “${edition}”.`, en: (edition: string) => `Replaced by the edition “${edition}”.` },
  overtaken: {
    vi: 'Bản dự thảo đã được sửa sau khi có đề nghị này; cần đề nghị lại.',
    en: 'The draft was changed after this was asked for; it has to be asked for anew.',
  },
  done: {
    adopt: { vi: 'Bộ tiêu chí đã được đưa vào áp dụng, khóa và ký.', en: 'The edition is adopted, locked and signed.' },
    withdraw: { vi: 'Bộ tiêu chí đã thôi áp dụng.', en: 'The edition is withdrawn.' },
  },
});
