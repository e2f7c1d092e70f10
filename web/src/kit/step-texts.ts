import { bilingual } from './bilingual.ts';

export const stepTexts = bilingual(
  {
    monitoring: 'Theo dõi trong năm',
    selfAssessment: 'Tự đánh giá, chấm điểm',
    appraisal: 'Thẩm định',
    explanation: 'Giải trình sau thẩm định',
    secondAppraisal: 'Thẩm định lần hai',
    survey: 'Điều tra xã hội học',
    council: 'Hội đồng thẩm định',
    publication: 'Công bố',
  },
  {
    monitoring: 'Monitoring through the year',
    selfAssessment: 'Self-assessment',
    appraisal: 'Appraisal',
    explanation: 'Explanation',
    secondAppraisal: 'Second appraisal',
    survey: 'Survey',
    council: 'Council',
    publication: 'Publication',
  },
);
