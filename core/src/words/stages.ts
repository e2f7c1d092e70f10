import type { Stage } from '../ledger/entry.ts';
import { type Names, texts } from './texts.ts';

/** Whose points lie over whose, within a sentence. */
export const STAGE_NAMES = texts<Names<Stage>>({
  claimed: { vi: 'tự chấm', en: 'claimed' },
  appraised: { vi: 'thẩm định', en: 'appraised' },
  second: { vi: 'thẩm định lần hai', en: 'second appraisal' },
  council: { vi: 'Hội đồng', en: 'council' },
});

/** The points of a stage, as the head of a column. */
export const STAGE_POINTS_NAMES = texts<Names<Stage>>({
  claimed: { vi: 'Điểm tự chấm', en: 'Points claimed' },
  appraised: { vi: 'Điểm thẩm định', en: 'Appraised points' },
  second: { vi: 'Điểm thẩm định lần hai', en: 'Points of the second appraisal' },
  council: { vi: 'Điểm Hội đồng kết luận', en: 'Points of the council' },
});
