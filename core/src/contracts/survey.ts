// The survey of a round: opened, its lists of respondents, links to its forms.
import type { Contract } from './contract.ts';
import { MOST_IMPORT_BYTES, MOST_REPORT_BYTES } from './limits.ts';
import { ANY_FILE, CSV, XLSX } from './media-types.ts';

export const readSurvey = {
  method: 'GET',
  url: '/api/rounds/{round}/survey',
  summary: {
    vi: 'Điều tra xã hội học của kỳ: trạng thái, phiếu điều tra, tiến độ theo cơ quan và nhóm đối tượng',
    en: 'The survey of a round: its state, its forms, its progress by body and group',
  },
  tag: 'survey',
  access: 'survey.read',
  params: 'roundParams',
  answers: { 200: 'surveyAnswer' },
} as const satisfies Contract;

export const openSurvey = {
  method: 'POST',
  url: '/api/rounds/{round}/survey',
  summary: { vi: 'Mở điều tra xã hội học của kỳ', en: 'Opens the survey of a round' },
  tag: 'survey',
  access: 'survey.lead',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newSurvey',
  answers: { 201: 'surveyAnswer' },
  acts: ['survey.open'],
} as const satisfies Contract;

export const downloadRespondentForm = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/form',
  summary: { vi: 'Tải mẫu danh sách người được lấy ý kiến (XLSX) để điền', en: 'The form for a list of respondents, as XLSX' },
  tag: 'survey',
  access: 'survey.read',
  params: 'roundParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readListLetter = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/letter',
  summary: {
    vi: 'Công văn đề nghị các cơ quan lập danh sách người được lấy ý kiến, kèm mẫu danh sách',
    en: 'The letter that asks bodies for their lists of respondents, with the form',
  },
  tag: 'survey',
  access: 'survey.lead',
  params: 'roundParams',
  query: 'listLetterQuery',
  answers: { 200: 'pageOrFile' },
} as const satisfies Contract;

export const listRespondents = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/bodies/{body}/respondents',
  summary: { vi: 'Danh sách người được lấy ý kiến của một cơ quan', en: 'Whom a body has listed for the survey' },
  tag: 'survey',
  access: 'respondents.read',
  params: 'sheetParams',
  answers: { 200: 'respondentList' },
  acts: ['respondents.view'],
  recordsView: true,
} as const satisfies Contract;

export const bringRespondents = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/bodies/{body}/respondents',
  summary: {
    vi: 'Nạp danh sách người được lấy ý kiến bằng tệp XLSX hoặc CSV; có thể chỉ xem trước',
    en: 'Brings a list of respondents as XLSX or CSV, or only reads it',
  },
  tag: 'survey',
  access: 'respondents.write',
  params: 'sheetParams',
  query: 'respondentFileQuery',
  takes: [XLSX, CSV],
  bodyLimit: MOST_IMPORT_BYTES,
  answers: { 200: 'respondentsRead', 201: 'respondentsRead' },
  acts: ['respondents.bring'],
} as const satisfies Contract;

export const replaceRespondent = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/bodies/{body}/respondents/{respondent}/replacement',
  summary: { vi: 'Thay một người được lấy ý kiến bằng người khác, có lý do', en: 'Puts somebody in the place of a respondent, with a reason' },
  tag: 'survey',
  access: 'respondents.replace',
  params: 'respondentParams',
  body: 'newReplacement',
  answers: { 204: 'nothing' },
  acts: ['respondents.replace'],
} as const satisfies Contract;

export const readListConfirmation = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/bodies/{body}/confirmation',
  summary: {
    vi: 'Văn bản xác nhận danh sách người được lấy ý kiến, kèm danh sách hiện có, để cơ quan ký',
    en: 'The document by which a body stands for its list of respondents, with the list as it is, to be signed',
  },
  tag: 'survey',
  access: 'respondents.write',
  params: 'sheetParams',
  query: 'listConfirmationQuery',
  answers: { 200: 'pageOrFile' },
  acts: ['respondents.view'],
  recordsView: true,
} as const satisfies Contract;

export const confirmRespondents = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/bodies/{body}/confirmation',
  summary: {
    vi: 'Xác nhận danh sách người được lấy ý kiến theo văn bản đã ký của cơ quan, kèm bản chụp (PDF)',
    en: 'A body stands for its list of respondents, by a signed document whose scanned copy (PDF) is kept',
  },
  tag: 'survey',
  access: 'respondents.confirm',
  confirmed: 'inSeries',
  params: 'sheetParams',
  query: 'listConfirmation',
  takes: [ANY_FILE],
  bodyLimit: MOST_REPORT_BYTES,
  answers: { 204: 'nothing' },
  acts: ['respondents.confirm', 'round.bringFile'],
} as const satisfies Contract;

export const makeSurveyLinks = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/links',
  summary: {
    vi: 'Lập liên kết trả lời phiếu, nhận một lần dưới dạng danh sách hoặc giấy mời có mã QR',
    en: 'Makes links to the forms, told once: as a list, or as letters with a QR code',
  },
  tag: 'survey',
  access: 'survey.lead',
  confirmed: 'inSeries',
  params: 'roundParams',
  query: 'linksQuery',
  body: 'linksWanted',
  answers: { 200: 'fileBytes' },
  acts: ['survey.makeLinks'],
} as const satisfies Contract;
