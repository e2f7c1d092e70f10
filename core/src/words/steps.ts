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
