// What appraisers and the council decide on an item.
import type { Contract } from './contract.ts';
import { MOST_WORKBOOK_BYTES } from './limits.ts';
import { XLSX } from './media-types.ts';

export const readAppraisalQueue = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal',
  summary: {
    vi: 'Nội dung phải thẩm định: theo tiêu chí và theo cơ quan, đã thẩm định, còn lại',
    en: 'What is to be appraised: by item and by body, how much is decided and what is left',
  },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'roundParams',
  query: 'appraisalQueueQuery',
  answers: { 200: 'appraisalQueueAnswer' },
} as const satisfies Contract;

export const readAppraisalItem = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal/items/{item}',
  summary: { vi: 'Thẩm định một tiêu chí qua các cơ quan', en: 'The appraisal of one item over all bodies' },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'appraisalItemParams',
  answers: { 200: 'appraisalItemAnswer' },
} as const satisfies Contract;

export const downloadItemWorkbook = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal/items/{item}/workbook',
  summary: { vi: 'Tải bảng tính (XLSX) thẩm định một tiêu chí qua các cơ quan', en: 'One item over all bodies as a workbook (XLSX) to be filled in' },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'appraisalItemParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const previewItemWorkbook = {
  method: 'POST',
  url: '/api/rounds/{round}/appraisal/items/{item}/workbook',
  summary: {
    vi: 'Nạp bảng tính thẩm định một tiêu chí để xem trước kết quả của từng cơ quan; không ghi gì',
    en: 'Takes a workbook of one item (as XLSX bytes) and tells what it would decide for each body; writes nothing',
  },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'appraisalItemParams',
  takes: [XLSX],
  bodyLimit: MOST_WORKBOOK_BYTES,
  answers: { 200: 'itemWorkbookPreview' },
} as const satisfies Contract;

export const readAppraisalBody = {
  method: 'GET',
  url: '/api/rounds/{round}/appraisal/bodies/{body}',
  summary: { vi: 'Thẩm định một cơ quan qua các tiêu chí', en: 'The appraisal of one body over all its items' },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'appraisalBodyParams',
  answers: { 200: 'appraisalBodyAnswer' },
} as const satisfies Contract;

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

export const decideProposedVerdict = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal/second',
  summary: {
    vi: 'Xác nhận hoặc trả lại kết quả thẩm định cần hai người; người thẩm định rút lại',
    en: 'Confirm or return a verdict that needs a second person; its author withdraws it',
  },
  tag: 'sheets',
  access: 'sheet.appraise',
  confirmed: 'inSeries',
  params: 'targetParams',
  body: 'newSecondDecision',
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.accept', 'sheet.return', 'sheet.recall'],
} as const satisfies Contract;

export const askExplanation = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/explanation/{item}/question',
  summary: { vi: 'Yêu cầu giải trình một tiêu chí, hoặc rút yêu cầu', en: 'Ask for an explanation of an item, or take the question back' },
  tag: 'sheets',
  access: 'sheet.ask',
  confirmed: 'inSeries',
  params: 'explainedItemParams',
  body: 'newRemark',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.ask'],
} as const satisfies Contract;

export const recordSiteCheck = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/appraisal/{item}/site-check',
  summary: {
    vi: 'Ghi kết quả xác minh thực tế một tiêu chí, kèm biên bản, hoặc rút nội dung đã ghi',
    en: 'Record what a check on site found, with its minutes, or take that back',
  },
  tag: 'sheets',
  access: 'sheet.appraise',
  confirmed: 'inSeries',
  params: 'explainedItemParams',
  body: 'newSiteCheck',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.siteCheck'],
} as const satisfies Contract;

export const recordOfficialFigures = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/appraisal/{item}/official-figures',
  summary: {
    vi: 'Ghi số liệu chính thức của cơ quan thẩm định bên cạnh số liệu tự chấm của một tiêu chí, hoặc rút số liệu đã ghi',
    en: 'Record official figures of whoever appraises an item beside the claimed ones, or take them back',
  },
  tag: 'sheets',
  access: 'sheet.appraise',
  confirmed: 'inSeries',
  params: 'explainedItemParams',
  body: 'newOfficialFigures',
  answers: { 201: 'remarkAnswer' },
  acts: ['sheet.officialFigure'],
} as const satisfies Contract;
