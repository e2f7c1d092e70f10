import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { texts } from '@parindex/core/words/texts';

/** Reasons and explanations of a closed round before they are published. */
export const toPublishTexts = texts({
  title: { vi: 'Lý do, giải trình để công bố', en: 'Reasons and explanations to be published' },
  lead: {
    vi: (all: string, looked: string, masked: string) =>
      `Có ${all} nội dung; đã xem xét ${looked}, trong đó ${masked} nội dung được che một phần. Nội dung chưa xem xét được che theo kết quả tìm tự động.`,
    en: (all: string, looked: string, masked: string) =>
      `Texts: ${all}; looked at: ${looked}, of which something is masked in ${masked}. Until somebody has looked, what is found automatically is masked.`,
  },
  download: { vi: 'Tải bảng tính (XLSX)', en: 'Download as XLSX' },
  show: { vi: 'Hiển thị', en: 'Show' },
  shown: {
    found: { vi: 'Có dữ liệu cá nhân, chưa xem xét', en: 'Personal data found, not looked at' },
    open: { vi: 'Chưa xem xét', en: 'Not looked at' },
    looked: { vi: 'Đã xem xét', en: 'Looked at' },
    all: { vi: 'Tất cả', en: 'All' },
  },
  none: { vi: 'Không có nội dung nào', en: 'No such text' },
  noneMore: { vi: 'Ông/Bà có thể chọn cách hiển thị khác.', en: 'Choose another filter to see other texts.' },
  body: COLUMN_NAMES.body,
  item: { vi: 'Tiêu chí', en: 'Item' },
  kind: { vi: 'Loại nội dung', en: 'What it is' },
  givenOut: { vi: 'Nội dung khi công bố', en: 'As it will be published' },
  state: COLUMN_NAMES.state,
  open: { vi: 'Chưa xem xét', en: 'Not looked at' },
  masked: { vi: (by: string, at: string) => `${by} che lúc ${at}`, en: (by: string, at: string) => `Masked by ${by} on ${at}` },
  nothing: {
    vi: (by: string, at: string) => `${by} xem lúc ${at}, không có phần phải che`,
    en: (by: string, at: string) => `${by} looked on ${at}: nothing to mask`,
  },
  look: { vi: 'Xem xét', en: 'Look at it' },
  lookAt: { vi: (of: string) => `Xem xét: ${of}`, en: (of: string) => `Look at: ${of}` },
  original: { vi: 'Nội dung gốc', en: 'The text itself' },
  passages: { vi: 'Phần phải che, mỗi dòng một đoạn', en: 'What is to be masked, a passage on each line' },
  passagesMore: {
    vi: 'Ghi đúng như trong nội dung; mọi chỗ xuất hiện đều được che. Để trống nếu không có phần phải che.',
    en: 'As it is written in the text; it is masked wherever it occurs. Leave it blank if there is nothing to mask.',
  },
  absent: { vi: (passages: string) => `Không có trong nội dung: ${passages}.`, en: (passages: string) => `The text does not hold: ${passages}.` },
  preview: { vi: 'Nội dung khi công bố', en: 'As it will be published' },
  save: { vi: 'Lưu', en: 'Save' },
});
