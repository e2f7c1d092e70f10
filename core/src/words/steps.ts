import type { Stage } from '../ledger/entry.ts';
import type { Step } from '../round/steps.ts';
import { type Names, texts } from './texts.ts';

/** The dated parts of a round. */
export const STEP_NAMES = texts<Names<Step>>({
  monitoring: { vi: 'Theo dõi trong năm', en: 'Monitoring through the year' },
  selfAssessment: { vi: 'Tự đánh giá, chấm điểm', en: 'Self-assessment' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  explanation: { vi: 'Giải trình sau thẩm định', en: 'Explanation' },
  secondAppraisal: { vi: 'Thẩm định lần hai', en: 'Second appraisal' },
  survey: { vi: 'Điều tra xã hội học', en: 'Survey' },
  council: { vi: 'Hội đồng thẩm định', en: 'Council' },
  publication: { vi: 'Công bố', en: 'Publication' },
});

/** The same as work that somebody does, within a sentence: "Việc tự đánh giá, chấm điểm của …". */
export const STEP_WORK_NAMES = texts<Names<Step>>({
  monitoring: { vi: 'theo dõi trong năm', en: 'monitoring' },
  selfAssessment: { vi: 'tự đánh giá, chấm điểm', en: 'self-assessment' },
  appraisal: { vi: 'thẩm định', en: 'appraisal' },
  explanation: { vi: 'giải trình sau thẩm định', en: 'explanation' },
  secondAppraisal: { vi: 'thẩm định lần hai', en: 'second appraisal' },
  survey: { vi: 'điều tra xã hội học', en: 'survey' },
  council: { vi: 'thẩm định tại Hội đồng', en: 'council' },
  publication: { vi: 'công bố kết quả', en: 'publication' },
});

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
