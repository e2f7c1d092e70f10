// How the survey of a round stands, for whoever leads or audits it.
import type { Contract } from './contract.ts';

export const readSurveyStanding = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/standing',
  summary: {
    vi: 'Tình hình trả lời phiếu theo cơ quan, nhóm đối tượng và ngày; tỷ lệ trả lời RR1, RR2',
    en: 'How a survey stands, by body, group and day, with the response rates RR1 and RR2',
  },
  tag: 'survey',
  access: 'survey.watch',
  params: 'roundParams',
  query: 'surveyStandingQuery',
  answers: { 200: 'surveyStanding' },
} as const satisfies Contract;
