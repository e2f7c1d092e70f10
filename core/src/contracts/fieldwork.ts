// Interviewers: the rule of the field, addresses and who visits them; and what devices without a line send when they have one.
import type { Contract } from './contract.ts';
import { MOST_IMPORT_BYTES, MOST_INTERVIEW_BYTES } from './limits.ts';
import { CSV, XLSX } from './media-types.ts';

export const readFieldwork = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/fieldwork',
  summary: { vi: 'Tiến độ phỏng vấn tại địa bàn theo cơ quan, nhóm đối tượng, điều tra viên', en: 'How the interviews of a survey go' },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  answers: { 200: 'fieldworkAnswer' },
} as const satisfies Contract;

export const declareFieldRule = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/fieldwork/rules',
  summary: {
    vi: 'Quy định số lần đến và trường hợp được thay hộ, trước khi giao địa chỉ',
    en: 'Declares visits and replacements, before addresses are given out',
  },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  body: 'newFieldRule',
  answers: { 204: 'nothing' },
  acts: ['fieldwork.declareRule'],
} as const satisfies Contract;

export const bringAddresses = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/fieldwork/addresses',
  summary: {
    vi: 'Nạp danh sách địa chỉ và điều tra viên bằng XLSX hoặc CSV; tệp có lỗi thì không ghi gì',
    en: 'Brings addresses with their interviewers; with any fault nothing is kept',
  },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  query: 'addressQuery',
  takes: [XLSX, CSV],
  bodyLimit: MOST_IMPORT_BYTES,
  answers: { 200: 'addressesRead', 201: 'addressesRead' },
  acts: ['fieldwork.bringAddresses'],
} as const satisfies Contract;

export const listClusters = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/fieldwork/clusters',
  summary: { vi: 'Các thôn, tổ dân phố đã giao và điều tra viên phụ trách', en: 'Villages that are given out, and to whom' },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  query: 'clusterQuery',
  answers: { 200: 'clustersAnswer' },
} as const satisfies Contract;

export const assignCluster = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/fieldwork/assignments',
  summary: { vi: 'Giao phần còn lại của một thôn, tổ dân phố cho điều tra viên khác', en: 'Gives what is left of a village to another interviewer' },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  body: 'newAssignment',
  answers: { 204: 'nothing' },
  acts: ['fieldwork.assign'],
} as const satisfies Contract;

export const decideSetApart = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/fieldwork/set-apart',
  summary: { vi: 'Quyết định về các phiếu đang để riêng', en: 'Decides of forms that are kept apart' },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'setApartDecision',
  answers: { 200: 'setApartDecided' },
  acts: ['fieldwork.decide'],
} as const satisfies Contract;

export const readInterviews = {
  method: 'GET',
  url: '/api/interviews',
  summary: { vi: 'Địa chỉ được giao, phiếu hỏi và quy định để mang theo thiết bị', en: 'Addresses, questionnaires and rules that an interviewer takes along' },
  tag: 'fieldwork',
  access: 'fieldwork.interview',
  answers: { 200: 'interviewsAnswer' },
  acts: ['fieldwork.takeAlong'],
  recordsView: true,
} as const satisfies Contract;

export const readDeviceKey = {
  method: 'POST',
  url: '/api/interviews/key',
  summary: { vi: 'Khóa mã hóa dữ liệu trên thiết bị của điều tra viên', en: 'The key that locks what devices of an interviewer keep' },
  tag: 'fieldwork',
  access: 'fieldwork.interview',
  confirmed: 'now',
  answers: { 200: 'deviceKey' },
  acts: ['fieldwork.takeKey'],
} as const satisfies Contract;

export const noteVisits = {
  method: 'POST',
  url: '/api/interviews/visits',
  summary: { vi: 'Gửi các lần đến hộ đã ghi trên thiết bị; gửi lại không ghi hai lần', en: 'Sends visits as a device noted them; each is kept once' },
  tag: 'fieldwork',
  access: 'fieldwork.interview',
  body: 'notedVisits',
  answers: { 200: 'keptVisits' },
  acts: ['fieldwork.noteVisits'],
} as const satisfies Contract;

export const sendInterview = {
  method: 'PUT',
  url: '/api/interviews/{id}',
  summary: { vi: 'Gửi một phiếu phỏng vấn; gửi lại nhận cùng mã biên nhận', en: 'Sends an interview; the same one again gets the same receipt' },
  tag: 'fieldwork',
  access: 'fieldwork.interview',
  params: 'interviewParams',
  body: 'sentInterview',
  bodyLimit: MOST_INTERVIEW_BYTES,
  answers: { 200: 'takenInterview', 201: 'takenInterview' },
  acts: ['fieldwork.send', 'fieldwork.sendBackCheck'],
} as const satisfies Contract;
