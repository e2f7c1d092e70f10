import { texts } from '@parindex/core/words/texts';

/** Words of the fields in which days and times are typed. */
export const timeInputTexts = texts({
  closingHow: {
    vi: 'Ngày cuối cùng còn nhận, đến hết ngày.',
    en: 'The last day on which something is taken, to its end.',
  },
  closingMeans: { vi: (deadline: string) => `Nhận đến ${deadline}.`, en: (deadline: string) => `Taken until ${deadline}.` },
  wrong: {
    vi: 'Ngày, giờ không hợp lệ. Hãy nhập ngày theo mẫu 05/02/2026, hoặc cả giờ và ngày theo mẫu 17:00 05/02/2026.',
    en: 'This is no date or time. Write a day as 05/02/2026, or time and day as 17:00 05/02/2026.',
  },
  picker: {
    open: { vi: 'Mở lịch', en: 'Open the calendar' },
    title: { vi: 'Chọn ngày', en: 'Choose a day' },
    today: { vi: 'Hôm nay', en: 'Today' },
    addHour: { vi: 'Thêm giờ', en: 'Add an hour' },
    hour: { vi: 'Giờ', en: 'Hour' },
    wrongHour: { vi: 'Viết giờ theo dạng 17:00.', en: 'Write the hour as 17:00.' },
    month: { vi: '[Tháng] M/YYYY', en: 'MMMM YYYY' },
    day: { vi: '[ngày] D [tháng] M [năm] YYYY', en: 'D MMMM YYYY' },
    monthInList: { vi: '[Tháng] M', en: 'MMM' },
    steps: {
      nextMonth: { vi: 'Tháng sau', en: 'Next month' },
      previousMonth: { vi: 'Tháng trước', en: 'Previous month' },
      nextYear: { vi: 'Năm sau', en: 'Next year' },
      previousYear: { vi: 'Năm trước', en: 'Previous year' },
      nextDecade: { vi: 'Mười năm sau', en: 'Next ten years' },
      previousDecade: { vi: 'Mười năm trước', en: 'Previous ten years' },
    },
  },
  day: {
    form: { vi: 'Viết ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.', en: 'Write the day as day/month/year, such as 05/02/2026.' },
    noSuchDay: { vi: 'Không có ngày này trong lịch; đề nghị kiểm tra lại ngày và tháng.', en: 'No calendar has this day; check the day and the month.' },
    example: { vi: 'ngày/tháng/năm', en: 'dd/mm/yyyy' },
  },
});
