import type { TakeoverChange } from '../ledger/takeover-changes.ts';
import { type Names, texts } from './texts.ts';

/** What a later edition did to an item or a figure. */
export const TAKEOVER_CHANGE_NAMES = texts<Names<TakeoverChange>>({
  moved: { vi: 'Đổi mã hoặc vị trí', en: 'Stands elsewhere' },
  points: { vi: 'Đổi điểm tối đa', en: 'Another maximum' },
  rule: { vi: 'Đổi cách tính điểm', en: 'Another rule' },
  text: { vi: 'Đổi tên gọi', en: 'Another title' },
  gone: { vi: 'Không còn trong bộ tiêu chí mới', en: 'Not in the new edition' },
  new: { vi: 'Nội dung mới', en: 'New' },
});
