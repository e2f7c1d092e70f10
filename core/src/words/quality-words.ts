import type { Reliance } from '../quality/measures.ts';
import { type Names, texts } from './texts.ts';

/** What agreement of two marks is good for. */
export const RELIANCE_NAMES = texts<Names<Reliance>>({
  reliable: { vi: 'Đủ tin cậy', en: 'Reliable' },
  tentative: { vi: 'Chỉ đủ để kết luận tạm thời', en: 'Enough for tentative conclusions' },
  unreliable: { vi: 'Chưa đủ tin cậy', en: 'Not reliable' },
});
