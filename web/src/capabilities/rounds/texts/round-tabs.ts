import { STAGE_NAMES } from '@parindex/core/words/stages';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { named, texts } from '@parindex/core/words/texts';

/** The pages of a round, as tabs. */
export const roundTabTexts = texts({
  rounds: { vi: 'Kỳ đánh giá', en: 'Rounds' },
  label: { vi: 'Các trang của kỳ đánh giá', en: 'Pages of the round' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  plan: { vi: 'Kế hoạch, văn bản', en: 'Plan, documents' },
  board: { vi: 'Tiến độ', en: 'Progress' },
  ranking: { vi: 'Xếp hạng', en: 'Ranking' },
  appraisal: { vi: STEP_NAMES.vi.appraisal, en: STEP_NAMES.en.appraisal },
  council: { vi: STAGE_NAMES.vi.council, en: STEP_NAMES.en.council },
  distribution: { vi: 'Phân công thẩm định', en: 'Distribution of appraisal' },
  interests: { vi: 'Xung đột lợi ích', en: 'Conflicts of interest' },
  quality: { vi: 'Chất lượng thẩm định', en: 'Quality of appraisal' },
  secondMarks: { vi: 'Chấm lại độc lập', en: 'Second marking' },
  settings: { vi: 'Thiết lập kỳ', en: 'Settings' },
  sheets: { vi: 'Bảng chấm điểm', en: 'Sheets' },
  evidence: { vi: 'Tìm trong tài liệu', en: 'Search documents' },
  survey: named(STEP_NAMES, 'survey'),
  sample: { vi: 'Chọn mẫu điều tra', en: 'Sample of the survey' },
  formReviews: { vi: 'Rà soát chất lượng phiếu', en: 'Quality of answers' },
  paper: { vi: 'Phiếu giấy điều tra', en: 'Paper forms of the survey' },
  deliveries: { vi: 'Số liệu của cơ quan khác', en: 'Figures from elsewhere' },
});
