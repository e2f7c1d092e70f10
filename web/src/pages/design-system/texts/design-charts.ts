import { texts } from '@parindex/core/words/texts';

/** The charts of `design/charts`, with figures made up for the page. */
export const designChartTexts = texts({
  title: { vi: 'Biểu đồ', en: 'Charts' },
  lead: {
    vi: 'Mỗi biểu đồ có tên, mô tả và bảng số liệu; màu không đứng một mình.',
    en: 'Each chart has a title, a description and its table; colour never stands alone.',
  },
  lines: { vi: 'Theo thời gian', en: 'Over time' },
  linesSay: { vi: 'Năm nay 60, năm trước 48 ở cùng ngày.', en: 'This year 60, the year before 48 on the same day.' },
  now: { vi: 'Năm nay', en: 'This year' },
  before: { vi: 'Năm trước', en: 'The year before' },
  today: { vi: 'hôm nay', en: 'today' },
  columns: { vi: 'Phân bố điểm', en: 'How points are spread' },
  columnsSay: { vi: '20 cơ quan, phần lớn đạt điểm tối đa.', en: '20 bodies, most with the maximum.' },
  day: { vi: 'Ngày', en: 'Day' },
  points: { vi: 'Điểm', en: 'Points' },
  bodies: { vi: 'Số cơ quan', en: 'Bodies' },
  table: { vi: 'Xem dạng bảng', en: 'As a table' },
  spark: { vi: 'Theo lĩnh vực: 90, 75, 60, chưa có, 40', en: 'By domain: 90, 75, 60, nothing yet, 40' },
  bar: { vi: 'Điểm bị mất: 12,00', en: 'Points lost: 12.00' },
});
