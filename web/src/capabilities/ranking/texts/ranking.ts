import { texts } from '@parindex/core/words/texts';

export const rankingTexts = texts({
  title: { vi: 'Xếp hạng tạm tính', en: 'Provisional ranking' },
  lead: {
    vi: (provisional: string, at: string) =>
      `${provisional}. Xếp theo chỉ số: điểm trên điểm tối đa của từng cơ quan, không theo tổng điểm. Số liệu lúc ${at}.`,
    en: (provisional: string, at: string) => `${provisional}. By index: points over each body's own maximum, not by points. As of ${at}.`,
  },
  how: { vi: 'Cách tính', en: 'How it is worked out' },
  notShown: {
    vi: 'Cơ quan chủ trì chưa mở xếp hạng cho các cơ quan tham gia. Dưới đây là chỉ số tự chấm của cơ quan Ông/Bà.',
    en: 'The owner of the round does not show the ranking to those who take part. Below is what your own body scores itself.',
  },
  ownPlace: {
    vi: 'Cơ quan chủ trì cho mỗi cơ quan xem thứ hạng của mình.',
    en: 'The owner of the round shows each body its own place.',
  },
  ownRank: { vi: (rank: string, placed: string) => `Hạng ${rank}/${placed}`, en: (rank: string, placed: string) => `Rank ${rank} of ${placed}` },
  ownRankMore: {
    vi: (placed: string, bodies: string) => `${placed}/${bodies} cơ quan đã có điểm`,
    en: (placed: string, bodies: string) => `${placed} of ${bodies} bodies have points`,
  },
  stage: { vi: 'Theo điểm', en: 'Points' },
  among: { vi: 'Xếp hạng', en: 'Ranked' },
  state: { vi: 'Trạng thái', en: 'State' },
  none: { vi: 'Chưa có cơ quan nào có điểm', en: 'Nobody has points yet' },
  noneMore: {
    vi: 'Xếp hạng hiển thị khi các cơ quan tham gia bắt đầu tự chấm.',
    en: 'There is a ranking once those who take part begin to score themselves.',
  },
  noneFound: { vi: 'Không có cơ quan nào khớp với lựa chọn.', en: 'No body fits the choice.' },
  filters: { vi: 'Lọc', en: 'Filter' },
  search: { vi: 'Tìm cơ quan', en: 'Find a body' },
  block: { vi: 'Khối', en: 'Block' },
  all: { vi: 'Tất cả', en: 'All' },
  by: { vi: 'Xếp theo', en: 'Ranked by' },
  whole: { vi: 'Tất cả lĩnh vực', en: 'All domains' },
  rank: { vi: 'Hạng', en: 'Rank' },
  blockRank: { vi: 'Hạng trong khối', en: 'In block' },
  body: { vi: 'Cơ quan', en: 'Body' },
  index: { vi: 'Chỉ số', en: 'Index' },
  points: { vi: 'Điểm', en: 'Points' },
  change: { vi: (year: string) => `So với năm ${year} (cùng nội dung)`, en: (year: string) => `Against ${year} (like items)` },
  changeOn: {
    vi: (now: string, before: string, items: string) => `${now} / ${before}, ${items} nội dung`,
    en: (now: string, before: string, items: string) => `${now} / ${before}, ${items} items`,
  },
  unknown: { vi: 'chưa có', en: 'unknown' },
  answered: { vi: 'Đã tự chấm', en: 'Scored' },
  decided: { vi: 'Đã thẩm định', en: 'Appraised' },
  domains: { vi: 'Theo lĩnh vực', en: 'By domain' },
  domainsSay: { vi: (shares: string) => `Chỉ số theo lĩnh vực: ${shares}`, en: (shares: string) => `Index by domain: ${shares}` },
  sort: { vi: (column: string) => `Sắp xếp theo: ${column}`, en: (column: string) => `Sort by: ${column}` },
  notRanked: { vi: 'Không xếp hạng', en: 'Not ranked' },
  noPoints: { vi: 'Chưa có điểm', en: 'No points yet' },
  own: { vi: 'Cơ quan của Ông/Bà', en: 'Your body' },
  asTable: { vi: 'Xem dạng bảng', en: 'As a table' },
});
