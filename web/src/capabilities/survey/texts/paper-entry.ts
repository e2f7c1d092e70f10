import { texts } from '@parindex/core/words/texts';

/** Paper forms, typed. */
export const entryTexts = texts({
  title: { vi: 'Nhập phiếu', en: 'Type paper forms' },
  lead: {
    vi: 'Nhập đúng như trên phiếu, không sửa giúp người trả lời. Mỗi phiếu do hai người nhập, không xem bài của nhau; chỗ khác nhau do người thứ ba đối chiếu với phiếu.',
    en: 'Type what stands on the form, and mend nothing. Two people type each form without seeing each other’s; a third settles what differs by the paper.',
  },
  back: { vi: 'Phiếu giấy', en: 'Paper forms' },
  over: { vi: 'Cuộc điều tra không nhận phiếu', en: 'The survey takes no forms' },
  code: {
    title: { vi: 'Mã phiếu', en: 'Code' },
    label: { vi: 'Mã in trên phiếu', en: 'The code on the form' },
    more: { vi: 'Gõ mã hoặc quét mã QR bằng máy quét, rồi nhấn Enter.', en: 'Type it, or scan the QR code, then press Enter.' },
    act: { vi: 'Mở phiếu', en: 'Open the form' },
  },
  places: {
    vi: ['Lần nhập thứ nhất', 'Lần nhập thứ hai', 'Đối chiếu hai lần nhập'],
    en: ['First entry', 'Second entry', 'Two entries to be reconciled'],
  },
  of: { vi: (group: string, body: string) => `${group}; đánh giá ${body}`, en: (group: string, body: string) => `${group}; about ${body}` },
  keys: {
    vi: 'Phím số chọn phương án; phím 0 để trống, phím – không hợp lệ. Enter sang câu sau, Shift và Enter về câu trước.',
    en: 'A number key chooses; 0 is blank, – is invalid. Enter goes on, Shift and Enter back.',
  },
  invalidMore: {
    vi: 'Không hợp lệ: đánh dấu thừa, hoặc không đọc được. Câu này được tính là không trả lời và được lưu là không hợp lệ.',
    en: 'Invalid: too many marks, or not to be read. It counts as not answered, and is kept as invalid.',
  },
  reconcileMore: {
    vi: (count: string) => `Hai người nhập khác nhau ở ${count} câu. Xem phiếu giấy rồi chọn nội dung đúng của từng câu.`,
    en: (count: string) => `Two people have typed ${count} lines differently. Look at the paper and say what stands there.`,
  },
  line: { vi: (number: string) => `Câu ${number}.`, en: (number: string) => `Question ${number}.` },
  blank: { vi: 'Để trống', en: 'Blank' },
  invalid: { vi: 'Không hợp lệ', en: 'Invalid' },
  written: { vi: 'Nội dung ghi trên phiếu', en: 'What is written' },
  readings: { vi: ['Lần nhập thứ nhất', 'Lần nhập thứ hai'], en: ['First entry', 'Second entry'] },
  takeIt: { vi: 'Đúng với phiếu', en: 'Stands on the paper' },
  take: { vi: (text: string) => `Đúng với phiếu: ${text}`, en: (text: string) => `Stands on the paper: ${text}` },
  typed: { vi: (done: string, all: string) => `Đã nhập ${done}/${all} câu`, en: (done: string, all: string) => `${done} of ${all} typed` },
  left: {
    vi: (count: string) => `Còn ${count} câu chưa nhập. Câu để trống trên phiếu thì nhấn phím 0.`,
    en: (count: string) => `${count} not typed yet. Where the paper is blank, press 0.`,
  },
  act: { vi: 'Lưu phiếu', en: 'Save the form' },
  leave: { vi: 'Bỏ phiếu này', en: 'Leave this form' },
  outcomes: {
    first: { vi: 'Đã lưu lần nhập thứ nhất; phiếu chờ người thứ hai nhập.', en: 'The first entry is kept; the form waits for a second person.' },
    differs: {
      vi: 'Đã lưu lần nhập thứ hai; hai lần nhập có chỗ khác nhau, phiếu chờ người thứ ba đối chiếu.',
      en: 'The second entry is kept; the two differ, and a third person reconciles them.',
    },
    counted: { vi: 'Phiếu đã được tính.', en: 'The form is counted.' },
    setApart: {
      vi: 'Hạn mức số phiếu đã đủ: phiếu được để riêng, chờ quyết định tại mục “Phiếu để riêng” của trang “Phỏng vấn tại địa bàn”.',
      en: 'The quota is full: the form is kept apart, and is decided on under “Forms kept apart” of the page “Interviews in the field”.',
    },
  },
});
