// Pilots of a round's survey, before it is opened: its questionnaires are tried by links of their own, and what is tried is counted nowhere.
import type { Contract } from './contract.ts';

export const readSurveyPilots = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/pilots',
  summary: {
    vi: 'Các đợt điều tra thử của kỳ: đường dẫn, số phiếu, thời gian trả lời, câu bỏ trống hoặc không có ý kiến, góp ý',
    en: 'The pilots of a survey: links, forms, how long they took, questions left or without an opinion, remarks',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  answers: { 200: 'surveyPilots' },
} as const satisfies Contract;

export const startSurveyPilot = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/pilots',
  summary: {
    vi: 'Bắt đầu một đợt điều tra thử trước khi mở điều tra',
    en: 'Starts a pilot, before the survey is opened',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  body: 'newSurveyPilot',
  answers: { 200: 'surveyPilots', 201: 'surveyPilots' },
  acts: ['survey.startPilot'],
} as const satisfies Contract;

export const endSurveyPilot = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/pilots/{pilot}/end',
  summary: {
    vi: 'Kết thúc một đợt điều tra thử: đường dẫn thôi mở phiếu, phiếu chưa gửi bị xóa',
    en: 'Ends a pilot: its links open no form any more, and forms that were not sent are erased',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'pilotParams',
  answers: { 200: 'surveyPilots' },
  acts: ['survey.endPilot'],
} as const satisfies Contract;
