import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { texts } from '@parindex/core/words/texts';

export const overviewTexts = texts({
  pace: {
    title: { vi: 'Tiến độ theo thời gian', en: 'Progress over time' },
    lead: {
      vi: 'Tỷ lệ nội dung đã bắt đầu nhập trên tổng số nội dung các cơ quan phải tự chấm, tính theo ngày nhập lần đầu.',
      en: 'Items begun, of all that bodies have to score, by the day on which something of each was first entered.',
    },
    now: { vi: (year: string) => `Năm ${year}`, en: (year: string) => `Year ${year}` },
    before: { vi: (year: string) => `Năm ${year} (cùng số ngày từ khi mở)`, en: (year: string) => `Year ${year} (as many days after opening)` },
    noBefore: { vi: 'Kỳ trước không có nhật ký nhập theo ngày để so sánh.', en: 'The round before has no record of what was entered day by day.' },
    says: {
      vi: (share: string, day: string) => `Đến ngày ${day}, các cơ quan đã bắt đầu nhập ${share} số nội dung phải tự chấm.`,
      en: (share: string, day: string) => `By ${day} bodies have begun ${share} of the items that they have to score.`,
    },
    today: { vi: 'hôm nay', en: 'today' },
    day: { vi: 'Ngày', en: 'Day' },
    none: { vi: 'Chưa cơ quan nào nhập nội dung.', en: 'Nobody has entered anything yet.' },
  },
  lost: {
    title: { vi: 'Tiêu chí bị trừ nhiều điểm', en: 'Where points are lost' },
    lead: {
      vi: 'Tổng điểm bị trừ so với tối đa của các cơ quan đã chấm, từ nhiều đến ít. Tiêu chí chưa chấm không tính là bị trừ điểm.',
      en: 'What all who have scored an item lack to its maximum, the most first. What is not scored yet is not lost.',
    },
    choose: { vi: 'Chọn một tiêu chí để xem phân bố điểm.', en: 'Choose an item to see how its points are spread.' },
    printed: { vi: (shown: string, all: string) => `${shown} trên ${all} tiêu chí.`, en: (shown: string, all: string) => `${shown} of ${all} items.` },
    none: { vi: 'Chưa có tiêu chí nào bị trừ điểm.', en: 'Nothing is lost yet.' },
    item: { vi: 'Tiêu chí', en: 'Item' },
    total: { vi: 'Tổng điểm bị trừ', en: 'Lost in all' },
    losing: { vi: 'Số cơ quan bị trừ điểm', en: 'Bodies that lose' },
    losingOf: { vi: (losing: string, answered: string) => `${losing}/${answered}`, en: (losing: string, answered: string) => `${losing}/${answered}` },
    mean: { vi: 'Điểm bình quân', en: 'Points on average' },
    more: { vi: (count: string) => `Xem thêm ${count} tiêu chí`, en: (count: string) => `${count} more items` },
    less: { vi: 'Thu gọn', en: 'Fewer' },
  },
  spread: {
    title: { vi: (code: string) => `Phân bố điểm của ${code}`, en: (code: string) => `How the points of ${code} are spread` },
    says: {
      vi: (answered: string, mean: string) => `${answered} cơ quan đã chấm, bình quân ${mean} điểm.`,
      en: (answered: string, mean: string) => `${answered} bodies have scored it, ${mean} points on average.`,
    },
    open: {
      vi: (unanswered: string, claimed: string) => `Chưa chấm: ${unanswered}; đề nghị không đánh giá: ${claimed}.`,
      en: (unanswered: string, claimed: string) => `Not scored yet: ${unanswered}; claimed not to have arisen: ${claimed}.`,
    },
    lowest: {
      vi: (points: string, names: string) => `Thấp nhất (${points} điểm): ${names}.`,
      en: (points: string, names: string) => `The lowest (${points} points): ${names}.`,
    },
    points: { vi: 'Điểm', en: 'Points' },
    bodies: { vi: 'Số cơ quan', en: 'Bodies' },
    names: { vi: 'Cơ quan', en: 'Which' },
    namesMore: { vi: (names: string, more: string) => `${names} và ${more} cơ quan khác`, en: (names: string, more: string) => `${names} and ${more} more` },
    range: { vi: (from: string, to: string) => `${from}–${to}`, en: (from: string, to: string) => `${from}–${to}` },
    close: { vi: 'Đóng', en: 'Close' },
  },
  own: {
    lost: { vi: 'Nội dung chưa đạt điểm tối đa', en: 'Where points are lost' },
    lostLead: {
      vi: (lost: string) => `Các nội dung đã chấm còn thiếu ${lost} điểm so với tối đa.`,
      en: (lost: string) => `What is scored lacks ${lost} points to its maximum.`,
    },
    byDomain: { vi: 'Điểm bị trừ theo lĩnh vực', en: 'Lost by domain' },
    lostPoints: { vi: 'Điểm bị trừ', en: 'Lost' },
    of: COLUMN_NAMES.claimed,
    none: { vi: 'Các nội dung đã chấm đều đạt điểm tối đa.', en: 'All that is scored has its maximum.' },
    openResult: { vi: 'Xem kết quả, nhiệm vụ khắc phục', en: 'See the result, and what is to be mended' },
    openSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
    domain: COLUMN_NAMES.domain,
  },
});
