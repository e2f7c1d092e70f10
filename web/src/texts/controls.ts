import { bilingual } from './bilingual.ts';
import { formatDay } from './format.ts';

/** Words of the small parts that all screens are made of. */
export const controlTexts = bilingual(
  {
    copy: 'Sao chép',
    copied: 'Đã sao chép',
    copyFailed: 'Trình duyệt không cho sao chép; đề nghị tự chọn và sao chép.',
    cancel: 'Thôi, không làm',
    close: 'Đóng',
    more: 'Xem thêm',
    shown: (count: string) => `Đang hiển thị ${count} mục.`,
    shownAll: (count: string) => `Đã hiển thị tất cả ${count} mục.`,
    day: {
      form: 'Viết ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.',
      noSuchDay: 'Không có ngày này trong lịch; đề nghị kiểm tra lại ngày và tháng.',
      example: 'ngày/tháng/năm',
    },
    search: {
      typing: 'Gõ để tìm',
      none: 'Không tìm thấy mục nào phù hợp',
      looking: 'Đang tìm …',
      failed: 'Không tải được danh sách; đề nghị gõ lại để thử tiếp.',
      clear: 'Bỏ lựa chọn',
    },
    once: 'Nội dung này chỉ hiển thị một lần; sau khi rời trang sẽ không xem lại được.',
    period: (from: string | null, to: string | null): string =>
      from && to ? `từ ${formatDay(from)} đến hết ${formatDay(to)}` : from ? `từ ${formatDay(from)}` : to ? `đến hết ${formatDay(to)}` : 'không ghi thời hạn',
    decision: (number: string | null, date: string | null): string =>
      number && date ? `văn bản số ${number} ngày ${formatDay(date)}` : number ? `văn bản số ${number}` : date ? `văn bản ngày ${formatDay(date)}` : '',
    wholeInstallation: 'Toàn hệ thống',
  },
  {
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser does not let this page copy; select the text and copy it yourself.',
    cancel: 'Cancel',
    close: 'Close',
    more: 'Show more',
    shown: (count: string) => `${count} shown.`,
    shownAll: (count: string) => `All ${count} shown.`,
    day: {
      form: 'Write the day as day/month/year, such as 05/02/2026.',
      noSuchDay: 'No calendar has this day; check the day and the month.',
      example: 'dd/mm/yyyy',
    },
    search: {
      typing: 'Type to search',
      none: 'Nothing fits',
      looking: 'Searching …',
      failed: 'The list could not be loaded; type again to retry.',
      clear: 'Clear the choice',
    },
    once: 'This is shown once only; it cannot be seen again after you leave the page.',
    period: (from: string | null, to: string | null): string =>
      from && to ? `from ${formatDay(from)} to ${formatDay(to)}` : from ? `from ${formatDay(from)}` : to ? `to ${formatDay(to)}` : 'no dates told',
    decision: (number: string | null, date: string | null): string =>
      number && date ? `document ${number} of ${formatDay(date)}` : number ? `document ${number}` : date ? `a document of ${formatDay(date)}` : '',
    wholeInstallation: 'The whole installation',
  },
);
