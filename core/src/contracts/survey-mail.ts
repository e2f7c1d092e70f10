// Invitations and reminders by mail: asked for by whoever leads a survey, sent by and by, each with a link that is made as it goes.
import type { Contract } from './contract.ts';

export const readSurveyMails = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/mails',
  summary: {
    vi: 'Các đợt gửi thư mời, thư nhắc và kết quả gửi theo cơ quan; không cho biết ai đã trả lời',
    en: 'Calls of invitations and reminders, and what became of the mails by body; not who has answered',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  answers: { 200: 'surveyMails' },
} as const satisfies Contract;

export const sendSurveyMails = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/mails',
  summary: {
    vi: 'Gửi thư mời hoặc thư nhắc qua thư điện tử cho người được lấy ý kiến',
    en: 'Sends invitations or reminders by mail to those who are asked',
  },
  tag: 'survey',
  access: 'survey.lead',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'newMailing',
  answers: { 200: 'surveyMails', 201: 'surveyMails' },
  acts: ['survey.sendMails'],
} as const satisfies Contract;

export const listUnreached = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/mails/unreached',
  summary: {
    vi: 'Những người thư điện tử không đến được: không có địa chỉ, máy chủ từ chối, hoặc chưa rõ',
    en: 'Whom mails do not reach: without an address, refused by the mail server, or not known',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  answers: { 200: 'unreachedPeople' },
  acts: ['respondents.view'],
  recordsView: true,
} as const satisfies Contract;
