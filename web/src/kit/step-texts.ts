import { texts } from '@parindex/core/words/texts';

export const stepTexts = texts({
  monitoring: { vi: 'Theo dõi trong năm', en: 'Monitoring through the year' },
  selfAssessment: { vi: 'Tự đánh giá, chấm điểm', en: 'Self-assessment' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  explanation: { vi: 'Giải trình sau thẩm định', en: 'Explanation' },
  secondAppraisal: { vi: 'Thẩm định lần hai', en: 'Second appraisal' },
  survey: { vi: 'Điều tra xã hội học', en: 'Survey' },
  council: { vi: 'Hội đồng thẩm định', en: 'Council' },
  publication: { vi: 'Công bố', en: 'Publication' },
});
