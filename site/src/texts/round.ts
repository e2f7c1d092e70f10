import { texts } from '@parindex/core/words/texts';

/** A round: its results as table and chart. */
export const roundTexts = texts({
  ranked: { vi: 'Cơ quan được xếp hạng', en: 'Ranked bodies' },
  mean: { vi: 'Trung bình', en: 'Mean' },
  highest: { vi: 'Cao nhất', en: 'Highest' },
  lowest: { vi: 'Thấp nhất', en: 'Lowest' },
  others: { vi: 'Kỳ minh họa khác', en: 'Another illustration' },
  table: { vi: 'Bảng kết quả', en: 'Results' },
  chart: { vi: 'Biểu đồ', en: 'Chart' },
  chartCaption: {
    vi: (title: string) => `${title}: điểm theo phương thức đánh giá, xếp theo thứ hạng`,
    en: (title: string) => `${title}: points by way of scoring, in order of rank`,
  },
  filter: { vi: 'Lọc theo tên', en: 'Filter by name' },
  filterHint: { vi: 'Gõ có dấu hoặc không dấu', en: 'With or without diacritics' },
  shown: {
    vi: (count: number | string, all: number) => `Hiển thị ${count}/${all} cơ quan`,
    en: (count: string | number, all: number) => `${count} of ${all} bodies shown`,
  },
  rank: { vi: 'Thứ hạng', en: 'Rank' },
  body: { vi: 'Cơ quan', en: 'Body' },
  index: { vi: 'Chỉ số (%)', en: 'Index (%)' },
  indexPublished: { vi: 'Chỉ số công bố (%)', en: 'Published index (%)' },
  recomputed: { vi: 'Tính lại từ các phần', en: 'Recomputed from parts' },
  class: { vi: 'Nhóm', en: 'Class' },
  of: { vi: (points: string) => `tối đa ${points}`, en: (points: string) => `of ${points}` },
  source: { vi: 'Nguồn', en: 'Source' },
  scheme: { vi: 'Bộ tiêu chí', en: 'Scheme' },
  snapshot: { vi: 'Bộ số liệu đầu vào (JSON)', en: 'Input snapshot (JSON)' },
  recomputeNote: {
    vi: 'Chỉ số và thứ hạng hiển thị đúng như đã công bố. Cột “Tính lại từ các phần” cộng hai phần đã làm tròn khi in, nên có thể lệch 0,01 so với chỉ số đã công bố, vốn được làm tròn một lần từ số chưa làm tròn.',
    en: 'Index and rank are shown as published. “Recomputed from parts” adds two parts that were rounded when printed, so it may differ by 0.01 from the published index, which was rounded once from unrounded points.',
  },
  seal: { vi: 'Mã kiểm tra toàn vẹn của bộ số liệu', en: 'Hash of the snapshot' },
  classes: { vi: 'Phân nhóm', en: 'Classes' },
});
