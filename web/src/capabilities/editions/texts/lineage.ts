import { texts } from '@parindex/core/words/texts';

/** The page on which it is decided where the items of a draft come from. */
export const lineageTexts = texts({
  title: { vi: 'Tiêu chí kế thừa', en: 'Lineage of items' },
  open: { vi: 'Tiêu chí kế thừa', en: 'Lineage' },
  lead: {
    vi: 'Mỗi nội dung chấm điểm kế thừa tiêu chí nào của bộ tiêu chí trước, và điểm hai năm có so sánh được không. Hệ thống chỉ đề xuất; Ông/Bà xác nhận hoặc chọn khác.',
    en: 'From which item of the edition before each item comes, and whether points of both years can be compared. The system proposes; you confirm or choose otherwise.',
  },
  notDraft: { vi: 'Chỉ xác định được tiêu chí kế thừa của bản dự thảo do cơ quan mình lập.', en: 'Lineage is decided for drafts of one’s own body alone.' },
  faulty: {
    vi: 'Bản dự thảo còn lỗi nên chưa đối chiếu được với bộ tiêu chí trước. Hãy sửa hết lỗi trước.',
    en: 'The draft has faults, so that it cannot be held beside the edition before. Mend them first.',
  },
  toEditor: { vi: 'Đến trang soạn bộ tiêu chí', en: 'To the editor' },
  before: { vi: 'Bộ tiêu chí trước', en: 'Edition before' },
  choose: { vi: 'Chọn bộ tiêu chí đang áp dụng', en: 'Choose an adopted edition' },
  chooseFirst: { vi: 'Hãy chọn bộ tiêu chí trước để xác định tiêu chí kế thừa.', en: 'Choose the edition before to decide on lineage.' },
  show: { vi: 'Hiển thị', en: 'Show' },
  filters: {
    open: { vi: 'Chưa xác định', en: 'Undecided' },
    decided: { vi: 'Đã xác định', en: 'Decided' },
    all: { vi: 'Tất cả', en: 'All' },
  },
  none: { vi: 'Không có nội dung nào.', en: 'There are none.' },
  clear: {
    vi: (count: string) => `${count} đề xuất có cùng mã, cùng tên và so sánh được.`,
    en: (count: string) => `Proposals with the same code and title, comparable: ${count}.`,
  },
  confirmClear: { vi: 'Xác nhận các đề xuất này', en: 'Confirm these' },
  caption: { vi: 'Nội dung chấm điểm và tiêu chí kế thừa', en: 'Items and where they come from' },
  item: { vi: 'Nội dung', en: 'Item' },
  forebear: { vi: 'Tiêu chí trước', en: 'Item before' },
  points: { vi: 'So sánh điểm', en: 'Points' },
  act: { vi: 'Xác định', en: 'Decision' },
  maximum: { vi: (points: string) => `${points} điểm`, en: (points: string) => `${points} points` },
  proposed: { vi: (why: string) => `Đề xuất: ${why}`, en: (why: string) => `Proposed: ${why}` },
  noProposal: { vi: 'Chưa có đề xuất', en: 'Nothing proposed' },
  isNew: { vi: 'Không có tiêu chí trước', en: 'No item before' },
  gone: { vi: (code: string) => `Mã ${code} không có trong bộ tiêu chí trước`, en: (code: string) => `The edition before has no ${code}` },
  several: { vi: 'Gộp từ nhiều tiêu chí nên không so sánh từng năm.', en: 'It comes from several, so years are not compared.' },
  acts: {
    confirm: { vi: 'Xác nhận', en: 'Confirm' },
    choose: { vi: 'Chọn khác', en: 'Choose otherwise' },
    change: { vi: 'Sửa', en: 'Change' },
    undecide: { vi: 'Bỏ xác định', en: 'Undecide' },
  },
  actOn: { vi: (act: string, item: string) => `${act}: ${item}`, en: (act: string, item: string) => `${act}: ${item}` },
  form: {
    title: { vi: (item: string) => `Tiêu chí trước của ${item}`, en: (item: string) => `Where ${item} comes from` },
    forebears: { vi: 'Tiêu chí của bộ tiêu chí trước', en: 'Items of the edition before' },
    forebearsNote: {
      vi: 'Chọn nhiều tiêu chí nếu nội dung này gộp từ nhiều tiêu chí; để trống nếu không có tiêu chí trước.',
      en: 'Choose several if this joins several; leave it empty if there was none before.',
    },
    comparable: { vi: (code: string) => `Điểm so với tiêu chí ${code}`, en: (code: string) => `Points beside ${code}` },
    why: { vi: (code: string) => `Lý do với tiêu chí ${code} (không bắt buộc)`, en: (code: string) => `Why, of ${code} (optional)` },
    save: { vi: 'Ghi', en: 'Save' },
    cancel: { vi: 'Hủy', en: 'Cancel' },
  },
  undecided: {
    vi: (count: string, edition: string) => `Còn ${count} nội dung chưa xác định tiêu chí kế thừa từ “${edition}”.`,
    en: (count: string, edition: string) => `Of ${count} items it is not decided where they come from in “${edition}”.`,
  },
});
