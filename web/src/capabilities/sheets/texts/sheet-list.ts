import { texts } from '@parindex/core/words/texts';

export const listTexts = texts({
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  paste: { vi: 'Dán từ bảng tính', en: 'Paste from a spreadsheet' },
  pasteLead: {
    vi: 'Chép bảng mẫu ra Excel hoặc phần mềm bảng tính khác, điền cột cuối, rồi dán trở lại đây. Chưa có gì được ghi trước khi Ông/Bà xem lại và bấm ghi.',
    en: 'Copy the table into a spreadsheet, fill in its last column and paste it here. Nothing is entered before you have seen it and say so.',
  },
  copyTable: { vi: 'Chép bảng mẫu (kèm số liệu đang có)', en: 'Copy the table (with what stands there)' },
  pasteHere: { vi: 'Dán vào đây', en: 'Paste here' },
  pasteForm: {
    vi: 'Mỗi dòng: mã tiêu chí, tên ô, giá trị. Tiêu chí chỉ có một ô thì bỏ được tên ô. Ô trống không xóa số liệu đang có.',
    en: 'Each line: code of the item, name of the field, value. The name may be left out where an item has one field. An empty cell takes nothing away.',
  },
  notation: { vi: 'Trong bảng này, dấu chấm là:', en: 'In this table the dot is:' },
  notations: {
    separator: {
      vi: 'dấu ngăn cách hàng nghìn (1.234 là một nghìn hai trăm ba mươi tư)',
      en: 'the mark between thousands (1.234 is one thousand two hundred and thirty-four)',
    },
    decimalMark: { vi: 'dấu thập phân (1.234 là một phẩy hai trăm ba mươi tư)', en: 'the decimal mark (1.234 is a little over one)' },
  },
  preview: { vi: 'Xem trước nội dung sẽ ghi', en: 'What would be entered' },
  line: { vi: 'Dòng', en: 'Line' },
  field: { vi: 'Ô', en: 'Field' },
  before: { vi: 'Đang có', en: 'Now' },
  pasted: { vi: 'Dán vào', en: 'Pasted' },
  becomes: { vi: 'Kết quả', en: 'Becomes' },
  outcome: {
    change: { vi: 'Sẽ ghi', en: 'Will be entered' },
    same: { vi: 'Không đổi', en: 'Unchanged' },
    question: { vi: 'Chưa rõ là số nào; hãy chọn cách đọc dấu chấm ở trên', en: 'Not clear which number; say above what the dot is' },
    unknown: { vi: 'Không tìm thấy ô này trong bộ tiêu chí', en: 'There is no such field in this edition' },
    notYours: { vi: 'Nội dung này đang giao cho đơn vị khác; không ghi từ đây', en: 'Somebody else has this in hand; it is not entered from here' },
  },
  twice: {
    vi: (lines: string) => `Ô này có ở nhiều dòng (dòng ${lines}), chưa biết dòng nào đúng; chỉ giữ lại một dòng.`,
    en: (lines: string) => `The field stands in several lines (${lines}); which one counts cannot be told. Keep one.`,
  },
  leftOver: {
    vi: (count: number) => `Đã ghi ${count} thay đổi. Những dòng còn lại dưới đây chưa được ghi.`,
    en: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'} entered. The lines left below are not.`,
  },
  enter: { vi: (count: number) => `Ghi ${count} thay đổi`, en: (count: number) => (count === 1 ? 'Enter 1 change' : `Enter ${count} changes`) },
});
