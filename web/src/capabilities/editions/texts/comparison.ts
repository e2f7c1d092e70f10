import { texts } from '@parindex/core/words/texts';

/** The page on which an edition is held beside another. */
export const comparisonTexts = texts({
  title: { vi: 'So sánh với bản khác', en: 'Compared with another edition' },
  open: { vi: 'So sánh', en: 'Compare' },
  lead: {
    vi: 'Những gì khác so với một bản trước, và ảnh hưởng đến điểm tối đa.',
    en: 'What is other than in an earlier edition, and what it does to maximum points.',
  },
  with: { vi: 'Bản để so sánh', en: 'Compared with' },
  choose: { vi: 'Chọn một bộ tiêu chí', en: 'Choose an edition' },
  chooseFirst: { vi: 'Hãy chọn bộ tiêu chí để so sánh.', en: 'Choose the edition to compare with.' },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  download: { vi: 'Tải bảng so sánh', en: 'Download the table' },
  formats: { pdf: { vi: 'PDF', en: 'PDF' }, docx: { vi: 'Word (DOCX)', en: 'Word (DOCX)' }, xlsx: { vi: 'Excel (XLSX)', en: 'Excel (XLSX)' } },
  faulty: {
    vi: 'Bản dự thảo còn lỗi, như điểm chưa khớp; kết quả so sánh còn thay đổi khi sửa lỗi.',
    en: 'The draft still has faults, such as points that do not add up; what differs will change as they are mended.',
  },
  noEffect: {
    vi: 'Điểm tối đa của mọi lĩnh vực và phương thức đánh giá không thay đổi.',
    en: 'Maximum points are as they were in every domain and way of scoring.',
  },
  data: { vi: 'Dữ liệu (JSON)', en: 'Data (JSON)' },
  show: { vi: 'Loại thay đổi', en: 'Kind of change' },
  all: { vi: 'Tất cả', en: 'All' },
  alike: { vi: 'Hai bản giống nhau ở mọi nội dung chấm điểm.', en: 'Both editions are alike in every item.' },
});
