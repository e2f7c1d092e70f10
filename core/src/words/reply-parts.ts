import type { ReplyPartState } from '../round/reply-parts.ts';
import { PART_STANDING_NAMES } from './states.ts';
import { type Names, texts } from './texts.ts';

/** Of a department's part of an explanation: as of its part of the sheet, until the body has answered. */
export const REPLY_PART_NAMES = texts<Names<ReplyPartState>>({
  none: { vi: 'Đơn vị chưa trả lời', en: 'Nothing written yet' },
  entered: { vi: 'Đang soạn, chưa trình', en: 'Written, not submitted yet' },
  submitted: { vi: PART_STANDING_NAMES.vi.submitted, en: PART_STANDING_NAMES.en.submitted },
  passed: { vi: PART_STANDING_NAMES.vi.passed, en: PART_STANDING_NAMES.en.passed },
  returned: { vi: PART_STANDING_NAMES.vi.returned, en: PART_STANDING_NAMES.en.returned },
  approved: { vi: 'Lãnh đạo đơn vị đã duyệt, chờ cơ quan tiếp nhận', en: 'Approved by the department’s leader, awaits the body' },
  changed: { vi: 'Cơ quan đã trả lời khác', en: 'The body has answered otherwise' },
  reviewed: { vi: 'Cơ quan đã tiếp nhận', en: 'Taken by the body' },
});
