import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { named, texts } from '@parindex/core/words/texts';

/** Items of a final result: where points were lost, beside the year before, and over all bodies. */
export const finalItemTexts = texts({
  item: { vi: 'Tiêu chí', en: 'Item' },
  body: COLUMN_NAMES.body,
  more: { vi: (count: string) => `Xem thêm ${count}`, en: (count: string) => `Show ${count} more` },
  less: { vi: 'Thu gọn', en: 'Fewer' },
  losses: {
    title: { vi: 'Điểm bị trừ', en: 'Where points were lost' },
    lead: {
      vi: (lost: string, items: string) => `Bị trừ ${lost} điểm ở ${items} tiêu chí; bị trừ nhiều nhất xếp trước.`,
      en: (lost: string, items: string) => `${lost} points were lost at ${items} items; the most costly first.`,
    },
    none: { vi: 'Không tiêu chí nào bị trừ điểm.', en: 'No points were lost.' },
    lost: { vi: 'Bị trừ', en: 'Lost' },
    claimed: named(STAGE_POINTS_NAMES, 'claimed'),
    final: { vi: 'Kết quả cuối cùng', en: 'Final result' },
    reason: { vi: 'Lý do', en: 'Why' },
    needs: { vi: 'Để đạt mức điểm tiếp theo', en: 'For the next points' },
  },
  years: {
    title: { vi: (year: string) => `So với năm ${year}`, en: (year: string) => `Against ${year}` },
    like: {
      vi: (items: string, now: string, before: string, change: string) =>
        `Trên ${items} tiêu chí so sánh được: ${now} so với ${before} phần trăm điểm tối đa (${change}).`,
      en: (items: string, now: string, before: string, change: string) =>
        `On ${items} comparable items: ${now} against ${before} percent of their maximum (${change}).`,
    },
    noLike: { vi: 'Không có tiêu chí nào so sánh được trọn vẹn.', en: 'No item can be compared without reserve.' },
    show: { vi: 'Hiện', en: 'Show' },
    all: { vi: 'Tất cả', en: 'All' },
    before: { vi: 'Năm trước', en: 'Year before' },
    now: { vi: 'Năm nay', en: 'This year' },
    change: { vi: 'Thay đổi (điểm phần trăm)', en: 'Change (points of a hundred)' },
    flag: { vi: 'So sánh', en: 'Comparison' },
  },
  heat: {
    title: { vi: 'Điểm bị trừ theo cơ quan và tiêu chí', en: 'Points lost, by body and item' },
    says: {
      vi: 'Số trong ô: điểm bị trừ; ô càng đậm, phần bị trừ trên điểm tối đa càng lớn. Dấu – là tiêu chí không áp dụng với cơ quan.',
      en: 'In each cell: points lost; the darker, the larger their share of the maximum. A dash: the item does not count for the body.',
    },
    map: { vi: 'Bảng màu điểm bị trừ', en: 'Heat map of points lost' },
    of: { vi: 'Theo', en: 'By' },
    domains: { vi: 'Lĩnh vực', en: 'Domains' },
    items: { vi: 'Tất cả tiêu chí', en: 'All items' },
    whole: { vi: 'Tổng', en: 'All' },
    round: { vi: 'Toàn kỳ đánh giá', en: 'All bodies' },
    printed: { vi: (shown: string, all: string) => `${shown} trên ${all} cơ quan.`, en: (shown: string, all: string) => `${shown} of ${all} bodies.` },
  },
  movers: {
    title: { vi: 'Thay đổi nhiều nhất', en: 'Who moved most' },
    rose: { vi: (from: string) => `Tăng nhiều nhất: ${from}`, en: (from: string) => `Rose most: ${from}` },
    fell: { vi: (from: string) => `Giảm nhiều nhất: ${from}`, en: (from: string) => `Fell most: ${from}` },
    fromClaim: { vi: 'từ tự chấm đến kết quả cuối cùng', en: 'from the claim to the final result' },
    fromYear: { vi: (year: string) => `so với năm ${year}`, en: (year: string) => `against ${year}` },
    rank: { vi: 'Hạng', en: 'Rank' },
    index: { vi: 'Chỉ số', en: 'Index' },
    way: { vi: (before: string, after: string) => `${before} → ${after}`, en: (before: string, after: string) => `${before} → ${after}` },
  },
});
