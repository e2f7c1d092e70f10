import { texts } from '@parindex/core/words/texts';

/** Schemes, and what changed between two. */
export const schemesTexts = texts({
  title: { vi: 'Các bộ tiêu chí', en: 'Schemes' },
  about: { vi: 'Về bộ tiêu chí:', en: 'Of the scheme:' },
  partsOnly: { vi: 'Bản này chỉ có tổng điểm của từng phần, không có bảng tiêu chí', en: 'This edition has only totals by part, not the criteria' },
  intro: {
    vi: 'Mỗi bản của bộ tiêu chí là một tệp dữ liệu: lĩnh vực, tiêu chí, điểm tối đa, cách tính điểm và các ví dụ kiểm tra kèm theo.',
    en: 'Each edition of a scheme is a data file: domains, criteria, maxima, rules and the cases that test it.',
  },
  counts: {
    vi: (domains: number, criteria: number, sub: number, items: number) =>
      `${domains} lĩnh vực, ${criteria} tiêu chí, ${sub} tiêu chí thành phần, ${items} nội dung chấm điểm`,
    en: (domains: number, criteria: number, sub: number, items: number) =>
      `${domains} ${domains === 1 ? 'domain' : 'domains'}, ${criteria} criteria, ${sub} sub-criteria, ${items} items`,
  },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  compare: { vi: (title: string) => `So sánh với “${title}”`, en: (title: string) => `Compare with “${title}”` },
  compareTitle: { vi: 'So sánh hai bộ tiêu chí', en: 'Two schemes compared' },
  total: { vi: 'Tổng điểm theo phương thức đánh giá', en: 'Points by way of scoring' },
  hash: { vi: 'Mã kiểm tra toàn vẹn (SHA-256) của bộ tiêu chí', en: 'Hash of the normal form' },
});
