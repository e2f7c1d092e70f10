import type { SheetState } from '../round/sheet-states.ts';
import type { SchemeStatus } from '../scheme/types.ts';
import type { ItemState } from '../scoring/result.ts';
import { type Names, texts } from './texts.ts';

/** Of an item: whether it has points, and why not. */
export const ITEM_STATE_NAMES = texts<Names<ItemState>>({
  scored: { vi: 'Đã chấm', en: 'Scored' },
  notAnswered: { vi: 'Chưa chấm', en: 'Not answered' },
  notApplicable: { vi: 'Không đánh giá', en: 'Not applicable' },
  notAccepted: { vi: 'Không công nhận', en: 'Not accepted' },
});

/** Of a sheet. */
export const SHEET_STATE_NAMES = texts<Names<SheetState>>({
  open: { vi: 'Đang tự chấm', en: 'Being scored' },
  frozen: { vi: 'Đã chốt số liệu', en: 'Frozen' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
});

/** Of an edition: how official its text is. */
export const SCHEME_STATUS_NAMES = texts<Names<SchemeStatus>>({
  official: { vi: 'Văn bản chính thức', en: 'Official text' },
  reconstruction: { vi: 'Bản phục dựng', en: 'Reconstruction' },
  illustrative: { vi: 'Minh họa để so sánh', en: 'Illustration for comparison' },
});
