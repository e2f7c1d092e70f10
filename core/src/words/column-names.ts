import type { Names } from './texts.ts';

/** What board and ranking tell of a body, in tables, on cards and in workbooks. */
export const COLUMN_NAMES = {
  body: { vi: 'Cơ quan', en: 'Body' },
  block: { vi: 'Khối', en: 'Block' },
  state: { vi: 'Trạng thái', en: 'State' },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  answered: { vi: 'Đã tự chấm', en: 'Scored' },
  asked: { vi: 'Phải tự chấm', en: 'To be scored' },
  appraised: { vi: 'Đã thẩm định', en: 'Appraised' },
  mustMend: { vi: 'Lỗi số liệu, căn cứ', en: 'Errors' },
  claimed: { vi: 'Điểm tự chấm', en: 'Points claimed' },
  closes: { vi: 'Hạn tự chấm', en: 'Closes' },
  waits: { vi: 'Khâu đang xử lý', en: 'Waits for' },
  last: { vi: 'Cập nhật gần nhất', en: 'Last entry' },
} as const satisfies Names<string>;
