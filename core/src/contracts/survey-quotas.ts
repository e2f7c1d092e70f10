// How many responses are taken of a group about a body, or of a stratum of it.
import type { Contract } from './contract.ts';

export const readSurveyQuotas = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/quotas',
  summary: {
    vi: 'Hạn mức số phiếu theo nhóm đối tượng, chức vụ, đơn vị hoặc thôn, tổ dân phố, và mức đã nhận',
    en: 'The quotas of a survey, and how far they are filled',
  },
  tag: 'survey',
  access: 'survey.watch',
  params: 'roundParams',
  answers: { 200: 'surveyQuotas' },
} as const satisfies Contract;

export const declareSurveyQuota = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/quotas',
  summary: {
    vi: 'Ghi hạn mức số phiếu; khi đã có người trả lời thì phải nêu lý do',
    en: 'Declares a quota; with a reason once somebody has answered',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  body: 'newSurveyQuota',
  answers: { 200: 'surveyQuotas', 201: 'surveyQuotas' },
  acts: ['survey.declareQuota'],
} as const satisfies Contract;
