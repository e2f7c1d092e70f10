// What appraisers and the council decide on an item.
import type { Contract } from './contract.ts';

export const appraise = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal',
  summary: { vi: 'Thẩm định: chấp nhận hoặc sửa, có lý do', en: 'Appraise: accept or change, with a reason' },
  tag: 'sheets',
  access: 'sheet.appraise',
  confirmed: 'inSeries',
  params: 'targetParams',
  body: 'newVerdict',
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.appraise'],
} as const satisfies Contract;

export const conclude = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/{kind}/{target}/conclusion',
  summary: { vi: 'Hội đồng kết luận, có lý do', en: 'The council concludes, with a reason' },
  tag: 'sheets',
  access: 'sheet.conclude',
  confirmed: 'inSeries',
  params: 'targetParams',
  body: 'newVerdict',
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.conclude'],
} as const satisfies Contract;
