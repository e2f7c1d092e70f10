import { texts } from '@parindex/core/words/texts';

/** Words of the fields in which days and times are typed. */
export const timeInputTexts = texts({
  openingHint: { vi: 'Ví dụ: 05/02/2026 hoặc 08:00 05/02/2026', en: 'For instance 05/02/2026 or 08:00 05/02/2026' },
  closingHint: { vi: 'Ví dụ: 05/02/2026 hoặc 17:00 05/02/2026', en: 'For instance 05/02/2026 or 17:00 05/02/2026' },
  closingHow: {
    vi: 'Nhập ngày cuối cùng còn nhận. Nếu hết hạn trong ngày, nhập cả giờ.',
    en: 'The last day on which something is taken; with an hour if it ends within the day.',
  },
  closingMeans: { vi: (deadline: string) => `Nhận đến ${deadline}.`, en: (deadline: string) => `Taken until ${deadline}.` },
  wrong: {
    vi: 'Ngày, giờ không hợp lệ. Hãy nhập ngày theo mẫu 05/02/2026, hoặc cả giờ và ngày theo mẫu 17:00 05/02/2026.',
    en: 'This is no date or time. Write a day as 05/02/2026, or time and day as 17:00 05/02/2026.',
  },
  day: {
    form: { vi: 'Viết ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.', en: 'Write the day as day/month/year, such as 05/02/2026.' },
    noSuchDay: { vi: 'Không có ngày này trong lịch; đề nghị kiểm tra lại ngày và tháng.', en: 'No calendar has this day; check the day and the month.' },
    example: { vi: 'ngày/tháng/năm', en: 'dd/mm/yyyy' },
  },
});
