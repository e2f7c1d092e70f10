import { STEP_NAMES } from '@parindex/core/words/steps';
import { named, texts } from '@parindex/core/words/texts';

/** A round after its bodies have scored themselves, on its own page. */
export const afterClaimsTexts = texts({
  appraisal: named(STEP_NAMES, 'appraisal'),
  decided: { vi: 'Đã thẩm định xong', en: 'Appraised in full' },
  begun: { vi: 'Đang thẩm định', en: 'Being appraised' },
  inPart: { vi: 'Thẩm định một phần', en: 'Appraised in part' },
  notBegun: { vi: 'Chưa thẩm định', en: 'Not begun' },
  items: { vi: 'Nội dung đã thẩm định', en: 'Items decided on' },
  of: { vi: (all: string) => `trên ${all} cơ quan`, en: (all: string) => `of ${all} bodies` },
  ofItems: { vi: (all: string) => `trên ${all} nội dung`, en: (all: string) => `of ${all} items` },
  claims: { vi: 'Tự đánh giá của các cơ quan', en: 'How the bodies score themselves' },
  closed: {
    vi: 'Kỳ đánh giá đã đóng. Phần dưới đây là diễn biến tự đánh giá của các cơ quan, không phải kết quả.',
    en: 'The round is closed. What stands below is how the bodies scored themselves, not the result.',
  },
  toResult: { vi: 'Xem kết quả cuối cùng', en: 'To the final result' },
});
