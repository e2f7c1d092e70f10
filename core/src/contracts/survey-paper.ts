// A survey on paper: forms counted out and back, typed by two persons, reconciled by a third, counted once.
import type { Contract } from './contract.ts';

export const readPaperForms = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/paper',
  summary: {
    vi: 'Phiếu giấy của cuộc điều tra: số in, số thu về, số đã nhập và số được tính theo cơ quan và nhóm đối tượng',
    en: 'The paper forms of a survey: how many are out, back, typed and counted, by body and group',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  answers: { 200: 'paperForms' },
} as const satisfies Contract;

export const makePaperForms = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/paper',
  summary: {
    vi: 'In một đợt phiếu giấy có mã riêng từng phiếu, nhận một lần dưới dạng PDF',
    en: 'Makes a batch of paper forms, each with a code of its own that is told once, as PDF',
  },
  tag: 'survey',
  access: 'survey.lead',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'paperWanted',
  answers: { 200: 'fileBytes' },
  acts: ['survey.makePaper'],
} as const satisfies Contract;

export const recordPaperReturns = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/paper/batches/{batch}/returns',
  summary: { vi: 'Ghi số phiếu giấy thu về của một đợt', en: 'Records how many paper forms of a batch are back' },
  tag: 'survey',
  access: 'survey.lead',
  params: 'paperBatchParams',
  body: 'paperReturned',
  answers: { 204: 'nothing' },
  acts: ['survey.countPaper'],
} as const satisfies Contract;

export const findPaperForm = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/paper/form',
  summary: {
    vi: 'Mở một phiếu giấy để nhập theo mã in trên phiếu',
    en: 'A paper form to be typed, by the code that is printed on it',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  body: 'paperCode',
  answers: { 200: 'paperFormFound' },
} as const satisfies Contract;

export const enterPaperForm = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/paper/entries',
  summary: {
    vi: 'Gửi nội dung đã nhập từ một phiếu giấy; phiếu được tính khi hai người nhập giống nhau hoặc người thứ ba đã đối chiếu',
    en: 'What was typed from a paper form; it is taken once two persons agree, or a third has settled it',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  body: 'paperEntry',
  bodyLimit: 128 * 1_024,
  answers: { 200: 'paperEntered', 201: 'paperEntered' },
  acts: ['survey.typePaper', 'survey.reconcilePaper'],
} as const satisfies Contract;
