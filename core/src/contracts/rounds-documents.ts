// What a round stands on: its plan, guidance and decisions, letters of urging, each with its files.
import type { Contract } from './contract.ts';
import { MOST_REPORT_BYTES } from './limits.ts';
import { ANY_FILE } from './media-types.ts';

export const listRoundDocuments = {
  method: 'GET',
  url: '/api/rounds/{round}/documents',
  summary: {
    vi: 'Kế hoạch, công văn hướng dẫn, quyết định, công văn đôn đốc của kỳ, mọi bản; công văn đôn đốc do hệ thống lập',
    en: 'The plan, guidance, decisions and letters of urging of a round, in all versions; letters of urging as they were made here',
  },
  tag: 'roundDocuments',
  access: 'round.guidance',
  params: 'roundParams',
  answers: { 200: 'roundDocumentList' },
} as const satisfies Contract;

export const bringRoundFile = {
  method: 'POST',
  url: '/api/rounds/{round}/files',
  summary: { vi: 'Tải lên một tệp của kỳ; tệp được kiểm tra rồi mới nhận', en: 'Bring a file of the round; it is examined before it is taken' },
  tag: 'roundDocuments',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  query: 'roundFileQuery',
  takes: [ANY_FILE],
  bodyLimit: MOST_REPORT_BYTES,
  answers: { 201: 'roundFile' },
  acts: ['round.bringFile'],
} as const satisfies Contract;

export const downloadRoundFile = {
  method: 'GET',
  url: '/api/rounds/{round}/files/{file}',
  summary: { vi: 'Một tệp của kỳ, đúng từng byte', en: 'A file of the round, byte for byte' },
  tag: 'roundDocuments',
  access: 'round.guidance',
  params: 'roundFileParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const addRoundDocument = {
  method: 'POST',
  url: '/api/rounds/{round}/documents',
  summary: {
    vi: 'Đưa kế hoạch, công văn hướng dẫn, quyết định hoặc công văn đôn đốc vào kỳ',
    en: 'Add the plan, guidance, a decision or a letter of urging to a round',
  },
  tag: 'roundDocuments',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'newRoundDocument',
  answers: { 201: 'roundDocument' },
  acts: ['round.addDocument'],
} as const satisfies Contract;

export const addRoundDocumentVersion = {
  method: 'POST',
  url: '/api/rounds/{round}/documents/{document}/versions',
  summary: { vi: 'Thêm phiên bản mới của một văn bản của kỳ; các bản trước được giữ', en: 'Add a new version of a document of the round; those before stay' },
  tag: 'roundDocuments',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundDocumentParams',
  body: 'newRoundDocumentVersion',
  answers: { 201: 'roundDocument' },
  acts: ['round.addDocumentVersion'],
} as const satisfies Contract;

export const withdrawRoundDocument = {
  method: 'POST',
  url: '/api/rounds/{round}/documents/{document}/withdrawal',
  summary: { vi: 'Thu hồi một văn bản của kỳ', en: 'Withdraw a document of the round' },
  tag: 'roundDocuments',
  access: 'round.write',
  confirmed: 'inSeries',
  params: 'roundDocumentParams',
  answers: { 200: 'roundDocument' },
  acts: ['round.withdrawDocument'],
} as const satisfies Contract;
