// The ranking of a round that runs.
import type { Contract } from './contract.ts';

export const readRunningRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/running-ranking',
  summary: {
    vi: 'Xếp hạng tạm tính của kỳ: theo chỉ số, theo lĩnh vực, trong khối, so với năm trước',
    en: 'The provisional ranking of a round: by index, by domain, within blocks, against the year before',
  },
  tag: 'rounds',
  access: 'ranking.read',
  params: 'roundParams',
  query: 'runningRankingQuery',
  answers: { 200: 'runningRankingAnswer' },
} as const satisfies Contract;

export const downloadRunningRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/running-ranking/workbook',
  summary: { vi: 'Tải bảng xếp hạng tạm tính dạng bảng tính (XLSX)', en: 'The provisional ranking as XLSX' },
  tag: 'rounds',
  access: 'ranking.read',
  params: 'roundParams',
  query: 'runningRankingQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readFinalRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/final-ranking',
  summary: {
    vi: 'Kết quả cuối cùng của kỳ đã đóng: thứ hạng, chỉ số, thay đổi qua từng bước',
    en: 'The final result of a closed round: places, index, what each stage moved',
  },
  tag: 'rounds',
  access: 'ranking.read',
  params: 'roundParams',
  answers: { 200: 'finalRankingAnswer' },
} as const satisfies Contract;

export const downloadFinalRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/final-workbook',
  summary: { vi: 'Tải kết quả cuối cùng dạng bảng tính (XLSX)', en: 'The final result as XLSX' },
  tag: 'rounds',
  access: 'ranking.read',
  params: 'roundParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readFinalLosses = {
  method: 'GET',
  url: '/api/rounds/{round}/final-losses',
  summary: {
    vi: 'Điểm bị trừ trong kết quả cuối cùng, theo cơ quan và tiêu chí',
    en: 'Points lost in the final result, by body and item',
  },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'roundParams',
  answers: { 200: 'finalLossesAnswer' },
} as const satisfies Contract;

export const readFinalBody = {
  method: 'GET',
  url: '/api/rounds/{round}/final-ranking/{body}',
  summary: { vi: 'Kết quả cuối cùng của một cơ quan, theo từng bước, từng tiêu chí', en: 'The final result of one body, by stage and item' },
  tag: 'rounds',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  answers: { 200: 'finalBodyAnswer' },
} as const satisfies Contract;

export const downloadClosingLetter = {
  method: 'GET',
  url: '/api/rounds/{round}/closing-letters/{body}',
  summary: {
    vi: 'Thông báo kết quả cuối cùng của một cơ quan, từng nội dung qua từng bước (PDF, DOCX, XLSX)',
    en: 'The letter that tells one body its final result, item by item and stage by stage (PDF, DOCX, XLSX)',
  },
  tag: 'rounds',
  access: 'round.letters',
  params: 'sheetParams',
  query: 'closingLetterQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const downloadClosingLetters = {
  method: 'GET',
  url: '/api/rounds/{round}/closing-letters',
  summary: { vi: 'Thông báo kết quả cuối cùng của mọi cơ quan (ZIP)', en: 'The letters that tell all bodies their final results (ZIP)' },
  tag: 'rounds',
  access: 'round.letters',
  params: 'roundParams',
  query: 'closingLetterQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const downloadResultPaper = {
  method: 'GET',
  url: '/api/rounds/{round}/result-papers/{paper}',
  summary: {
    vi: 'Tờ trình, dự thảo Quyết định phê duyệt kết quả của kỳ đã đóng (PDF, DOCX)',
    en: 'The submission and the draft decision that approve the result of a closed round (PDF, DOCX)',
  },
  tag: 'rounds',
  access: 'round.letters',
  params: 'resultPaperParams',
  query: 'reportQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const listTextsToPublish = {
  method: 'GET',
  url: '/api/rounds/{round}/texts-to-publish',
  summary: {
    vi: 'Lý do, giải trình để công bố cùng kết quả của kỳ đã đóng; dữ liệu cá nhân tìm thấy và phần được che',
    en: 'Reasons and explanations to be published with the result of a closed round; personal data found in them, and what is masked',
  },
  tag: 'rounds',
  access: 'round.publish',
  params: 'roundParams',
  query: 'textsToPublishQuery',
  answers: { 200: 'textsToPublish' },
} as const satisfies Contract;

export const maskText = {
  method: 'PUT',
  url: '/api/rounds/{round}/texts-to-publish/{body}/{text}',
  summary: {
    vi: 'Che dữ liệu cá nhân trong một lý do, giải trình trước khi công bố',
    en: 'Mask personal data in a reason or an explanation before it is published',
  },
  tag: 'rounds',
  access: 'round.publish',
  confirmed: 'inSeries',
  params: 'textParams',
  body: 'maskOfText',
  answers: { 200: 'textToPublish' },
  acts: ['round.maskText'],
} as const satisfies Contract;

export const downloadTextsToPublish = {
  method: 'GET',
  url: '/api/rounds/{round}/texts-to-publish/workbook',
  summary: { vi: 'Tải lý do, giải trình để công bố, đã che dữ liệu cá nhân (XLSX)', en: 'Reasons and explanations to be published, masked (XLSX)' },
  tag: 'rounds',
  access: 'round.publish',
  params: 'roundParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const keepFinalResult = {
  method: 'POST',
  url: '/api/rounds/{round}/final-ranking',
  summary: {
    vi: 'Lập kết quả cuối cùng của kỳ do quản trị viên quyết định đóng',
    en: 'Have the final result computed of a round that an administrator closed',
  },
  tag: 'rounds',
  access: 'round.decide',
  confirmed: 'now',
  params: 'roundParams',
  answers: { 201: 'finalRankingAnswer' },
  acts: ['round.keepResult'],
} as const satisfies Contract;
