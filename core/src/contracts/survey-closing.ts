// The end of a round's survey: no form is taken any more, the way back to who answered is destroyed, and what was answered becomes figures of the round.
import type { Contract } from './contract.ts';

export const endSurvey = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/end',
  summary: {
    vi: 'Kết thúc điều tra xã hội học: thôi nhận phiếu, xóa mối liên hệ giữa người trả lời và câu trả lời',
    en: 'Ends the survey of a round: forms are taken no more, and the tie between persons and answers is destroyed',
  },
  tag: 'survey',
  access: 'survey.lead',
  confirmed: 'now',
  params: 'roundParams',
  body: 'surveyEnd',
  answers: { 204: 'nothing' },
  acts: ['survey.end'],
} as const satisfies Contract;

export const proposeEstimates = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/estimates',
  summary: {
    vi: 'Tính kết quả điều tra từ các phiếu đã kết thúc thành một đợt số liệu chờ đồng ý',
    en: 'Works the estimates out from the closed forms, as a delivery that waits for agreement',
  },
  tag: 'survey',
  access: 'delivery.write',
  params: 'roundParams',
  answers: { 200: 'proposedEstimates', 201: 'proposedEstimates' },
  acts: ['delivery.bring'],
} as const satisfies Contract;
