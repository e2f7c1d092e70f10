import { texts } from '@parindex/core/words/texts';

export const workbookTexts = texts({
  title: { vi: (name: string) => `Nạp bảng tính: ${name}`, en: (name: string) => `Load a workbook: ${name}` },
  lead: {
    vi: 'Bảng tính sẽ làm thay đổi các nội dung dưới đây của bảng chấm điểm. Chưa có gì được ghi trước khi Ông/Bà đồng ý.',
    en: 'This is what the workbook would change in the sheet. Nothing is entered before you say so.',
  },
  nothing: {
    vi: 'Bảng tính trùng khớp với bảng chấm điểm; không có thay đổi để ghi.',
    en: 'The workbook says just what the sheet says; there is nothing to enter.',
  },
  cell: { vi: 'Ô trong tệp', en: 'Cell in the file' },
  alongWith: { vi: '(đi kèm)', en: '(along with it)' },
  wholeFile: { vi: 'Cả tệp', en: 'The whole file' },
  field: { vi: 'Nội dung', en: 'Field' },
  before: { vi: 'Đang có', en: 'Now' },
  after: { vi: 'Sẽ ghi', en: 'Becomes' },
  why: { vi: 'Lý do', en: 'Why' },
  theirs: { vi: (value: string) => `Đang có trong bảng chấm điểm: ${value}`, en: (value: string) => `In the sheet: ${value}` },
  mine: { vi: (value: string) => `Trong bảng tính: ${value}`, en: (value: string) => `In the workbook: ${value}` },
  changes: { vi: (count: number) => `${count} thay đổi`, en: (count: number) => (count === 1 ? '1 change' : `${count} changes`) },
  conflicts: {
    vi: (count: number) => `${count} ô đã được người khác cập nhật sau khi lập bảng tính`,
    en: (count: number) =>
      count === 1 ? '1 field that somebody changed since the workbook was made' : `${count} fields that others changed since the workbook was made`,
  },
  refused: {
    vi: (count: number) => `${count} chỗ không nhận được`,
    en: (count: number) => (count === 1 ? '1 thing is not taken' : `${count} things are not taken`),
  },
  undecided: { vi: 'Đề nghị chọn nội dung được giữ ở từng ô nêu trên.', en: 'Choose for each of them above which one stays.' },
  whyBeside: { vi: 'Lý do điều chỉnh số liệu đơn vị đề xuất', en: 'Why something else is entered than the department’s' },
  whyBesideMore: {
    vi: 'Bảng tính thay đổi nội dung đang giao cho đơn vị; đơn vị được báo kèm lý do này.',
    en: 'The workbook changes what a department has in hand; it is told, with this reason.',
  },
  enter: { vi: (count: number) => `Ghi ${count} thay đổi`, en: (count: number) => (count === 1 ? 'Enter 1 change' : `Enter ${count} changes`) },
});
