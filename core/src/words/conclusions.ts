import type { Conclusion } from '../appraisal/conclusions.ts';
import type { VerdictState } from '../appraisal/verdict-state.ts';
import { type Names, texts } from './texts.ts';

/** What is said of an item when it is appraised. */
export const CONCLUSION_NAMES = texts<Names<Conclusion>>({
  accept: { vi: 'Chấp nhận như tự chấm', en: 'Accept as claimed' },
  official: { vi: 'Lấy số liệu chính thức', en: 'Take the official figures' },
  change: { vi: 'Thay đổi số liệu, nội dung chấm', en: 'Change figures or answer' },
  reject: { vi: 'Không công nhận (0 điểm)', en: 'Not accepted (0 points)' },
  confirm: { vi: 'Xác nhận không phát sinh, không đánh giá', en: 'Nothing arose: not assessed' },
  refuse: { vi: 'Không chấp nhận đề nghị, phải đánh giá (0 điểm nếu không có số liệu)', en: 'Refuse the claim: it is assessed (0 points without figures)' },
});

/** What an item is by its last verdict. */
export const VERDICT_NAMES = texts<Names<VerdictState>>({
  waiting: { vi: 'Chưa thẩm định', en: 'Not appraised' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  confirmed: { vi: 'Xác nhận không phát sinh', en: 'Nothing arose: confirmed' },
  refused: { vi: 'Không chấp nhận đề nghị', en: 'Claim refused' },
});
