import { texts } from '@parindex/core/words/texts';

/** Two to five bodies side by side. */
export const compareTexts = texts({
  title: { vi: 'So sánh cơ quan', en: 'Compare bodies' },
  titleOf: { vi: (names: string) => `So sánh: ${names}`, en: (names: string) => `Compared: ${names}` },
  how: {
    vi: 'Chọn từ 2 đến 5 cơ quan cùng loại. Địa chỉ của trang kết quả giữ nguyên lựa chọn, có thể gửi cho người khác.',
    en: 'Choose two to five bodies of one kind. The address of the result keeps the choice and can be passed on.',
  },
  fewer: { vi: 'Cần chọn ít nhất 2 cơ quan để so sánh.', en: 'At least two bodies are needed.' },
  more: {
    vi: (count: number) => `Đã chọn ${count} cơ quan; chỉ so sánh được tối đa 5 cơ quan một lần.`,
    en: (count: number) => `${count} bodies were chosen; five can be compared at once.`,
  },
  unlike: {
    vi: (kinds: string) => `Chỉ so sánh được các cơ quan cùng loại, vì bộ tiêu chí của mỗi loại khác nhau. Đã chọn: ${kinds}.`,
    en: (kinds: string) => `Only bodies of one kind can be compared, as each kind has criteria of its own. Chosen: ${kinds}.`,
  },
  kind: { province: { vi: 'tỉnh, thành phố', en: 'province' }, ministry: { vi: 'bộ, cơ quan ngang bộ', en: 'ministry' } },
  unknown: {
    vi: (codes: string) => `Không có cơ quan nào mang mã: ${codes}.`,
    en: (codes: string) => `There is no body with the code: ${codes}.`,
  },
  noRound: { vi: 'Không có kỳ đánh giá này.', en: 'There is no such round.' },
  choose: { province: { vi: 'Chọn tỉnh, thành phố', en: 'Choose provinces' }, ministry: { vi: 'Chọn bộ, cơ quan ngang bộ', en: 'Choose ministries' } },
  kinds: { vi: 'Loại cơ quan', en: 'Kinds of bodies' },
  submit: {
    province: { vi: 'So sánh các tỉnh đã chọn', en: 'Compare the chosen provinces' },
    ministry: { vi: 'So sánh các bộ đã chọn', en: 'Compare the chosen ministries' },
  },
  nothing: {
    vi: 'Chưa chọn cơ quan nào. Hãy chọn từ 2 đến 5 cơ quan trong danh sách.',
    en: 'Nothing was chosen. Choose two to five bodies of one list.',
  },
  offered: {
    vi: (shown: number, all: number) =>
      `Danh sách có ${shown} trên ${all} cơ quan từng được đánh giá: chỉ những cơ quan đã có chỉ số công bố ở đây thì mới so sánh được.`,
    en: (shown: number, all: number) => `${shown} of the ${all} bodies ever assessed: only those whose published index is at hand can be compared.`,
  },
  again: { vi: 'Chọn lại', en: 'Choose again' },
  against: {
    vi: (year: number, name: string) => `Năm ${year}, so với ${name}`,
    en: (year: number, name: string) => `${year}, against ${name}`,
  },
  none: { vi: 'Các cơ quan đã chọn chưa có năm nào cùng có số liệu.', en: 'There is no year in which two of the chosen bodies have figures.' },
  base: { vi: 'gốc so sánh', en: 'compared with' },
  higher: { vi: (places: number) => `cao hơn ${places} bậc`, en: (places: number) => `${places} higher` },
  lower: { vi: (places: number) => `thấp hơn ${places} bậc`, en: (places: number) => `${places} lower` },
  level: { vi: 'cùng hạng', en: 'same rank' },
  parts: { vi: 'Theo phần điểm', en: 'By part' },
  domains: { vi: 'Theo lĩnh vực', en: 'By domain' },
  part: { vi: 'Phần', en: 'Part' },
  spread: { vi: 'Chênh lệch', en: 'Spread' },
  share: { vi: 'Độ dài vạch là tỷ lệ điểm đạt được trên điểm tối đa.', en: 'A bar is as long as the share of the maximum that was reached.' },
  byYear: { vi: 'Chỉ số qua các năm', en: 'Index over the years' },
  figures: { vi: 'Bảng số liệu', en: 'As a table' },
});
