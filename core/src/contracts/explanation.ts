// What a body is told of its appraisal, what it answers, and what it still contests.
import type { Contract } from './contract.ts';
import { MOST_REPORT_BYTES } from './limits.ts';
import { PDF } from './media-types.ts';

export const readExplanation = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/explanation',
  summary: {
    vi: 'Nội dung cần giải trình: kết quả thẩm định khác điểm tự chấm, câu hỏi, giải trình của cơ quan',
    en: 'What is to be explained: where the appraisal differs from the claim, questions, what the body answers',
  },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'explanationAnswer' },
} as const satisfies Contract;

export const reply = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation/{item}',
  summary: { vi: 'Giải trình một tiêu chí, hoặc thống nhất với kết quả thẩm định', en: 'Explain an item, or accept its appraised points' },
  tag: 'sheets',
  access: 'sheet.explain',
  params: 'explainedItemParams',
  body: 'newReply',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.reply'],
} as const satisfies Contract;

export const proposeReply = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation/{item}/proposal',
  summary: {
    vi: 'Đơn vị được giao soạn nội dung giải trình một tiêu chí, hoặc đề nghị thống nhất với kết quả thẩm định',
    en: 'A department writes the explanation of an item that it has in hand, or proposes to accept its appraised points',
  },
  tag: 'sheets',
  access: 'part.explain',
  params: 'explainedItemParams',
  body: 'newProposedReply',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.proposeReply'],
} as const satisfies Contract;

export const moveReplyPart = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation/{item}/part',
  summary: {
    vi: 'Trình, rút lại, thông qua, duyệt hoặc trả lại nội dung giải trình của đơn vị',
    en: 'Submit, recall, pass, approve or return a department’s part of an explanation',
  },
  tag: 'sheets',
  access: 'part.explain',
  confirmed: 'inSeries',
  params: 'explainedItemParams',
  body: 'replyPartMove',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.submitReply', 'sheet.recallReply', 'sheet.passReply', 'sheet.acceptReply', 'sheet.returnReply'],
} as const satisfies Contract;

export const freezeExplanation = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation-freezing',
  summary: { vi: 'Chốt nội dung giải trình để ký', en: 'Freeze an explanation to be signed' },
  tag: 'sheets',
  access: 'sheet.freezeExplanation',
  confirmed: 'now',
  params: 'sheetParams',
  body: 'wholeSheetAct',
  answers: { 201: 'explanationStanding' },
  acts: ['sheet.freezeExplanation'],
} as const satisfies Contract;

export const takeBackExplanation = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation-taking-back',
  summary: {
    vi: 'Rút lại giải trình đã chốt hoặc đã gửi, có lý do, trước hạn',
    en: 'Take a frozen or sent explanation back, with a reason, before the deadline',
  },
  tag: 'sheets',
  access: 'sheet.freezeExplanation',
  confirmed: 'now',
  params: 'sheetParams',
  body: 'takingBack',
  answers: { 201: 'explanationStanding' },
  acts: ['sheet.takeBackExplanation'],
} as const satisfies Contract;

export const downloadExplanation = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/explanation-report',
  summary: {
    vi: 'Báo cáo giải trình (PDF, DOCX); là dự thảo khi chưa chốt',
    en: 'The official document of an explanation (PDF, DOCX); a draft while it is open',
  },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  query: 'reportQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const sendExplanation = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation-sending',
  summary: { vi: 'Gửi giải trình đã chốt kèm văn bản đã ký (PDF)', en: 'Send the frozen explanation with the signed document (as PDF bytes)' },
  tag: 'sheets',
  access: 'sheet.sendExplanation',
  confirmed: 'now',
  params: 'sheetParams',
  query: 'sendingQuery',
  takes: [PDF],
  bodyLimit: MOST_REPORT_BYTES,
  answers: { 201: 'explanationAnswer' },
  acts: ['sheet.sendExplanation', 'sending.record'],
} as const satisfies Contract;

export const dispute = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation/{item}/dispute',
  summary: { vi: 'Đề nghị Hội đồng xem xét một tiêu chí, hoặc rút đề nghị', en: 'Ask the council to look at an item, or take that back' },
  tag: 'sheets',
  access: 'sheet.dispute',
  params: 'explainedItemParams',
  body: 'newRemark',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.dispute'],
} as const satisfies Contract;

export const listDisputes = {
  method: 'GET',
  url: '/api/rounds/{round}/disputes',
  summary: { vi: 'Nội dung các cơ quan đề nghị Hội đồng xem xét', en: 'What bodies ask the council to look at' },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'roundParams',
  answers: { 200: 'disputesAnswer' },
} as const satisfies Contract;

export const readAppraisalNotices = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal-notices',
  summary: { vi: 'Thông báo kết quả thẩm định: đã gửi cho ai, còn ai', en: 'Notices of the appraisal: who was sent one, and who was not' },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'roundParams',
  answers: { 200: 'appraisalNotices' },
} as const satisfies Contract;

export const recordAppraisalNotices = {
  method: 'POST',
  url: '/api/rounds/{round}/appraisal-notices',
  summary: {
    vi: 'Ghi nhận đã gửi thông báo kết quả thẩm định; từ lúc đó cơ quan xem được kết quả',
    en: 'Record that notices of the appraisal were sent; from then on the bodies see what was decided',
  },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newAppraisalNotices',
  answers: { 201: 'appraisalNotices' },
  acts: ['round.notify'],
} as const satisfies Contract;

export const downloadAppraisalNotice = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal-notices/{stage}/{body}',
  summary: { vi: 'Thông báo kết quả thẩm định của một cơ quan (PDF, DOCX)', en: 'The notice of the appraisal to one body (PDF, DOCX)' },
  tag: 'rounds',
  access: 'round.letters',
  params: 'appraisalNoticeParams',
  query: 'letterQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const downloadAppraisalNotices = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal-notices/{stage}',
  summary: { vi: 'Thông báo kết quả thẩm định của mọi cơ quan (ZIP)', en: 'The notices of the appraisal to all bodies (ZIP)' },
  tag: 'rounds',
  access: 'round.letters',
  params: 'appraisalNoticesParams',
  query: 'letterQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;
