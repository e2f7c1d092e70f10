// Figures and workbooks from elsewhere, roll-ups, estimates.
import type { Contract } from './contract.ts';
import { MOST_IMPORT_BYTES } from './limits.ts';
import { CSV, XLSX } from './media-types.ts';

export const listImportBatches = {
  method: 'GET',
  url: '/api/rounds/{round}/deliveries',
  summary: { vi: 'Các đợt số liệu do cơ quan khác cung cấp của kỳ, mới nhất trước', en: 'Figures from elsewhere that came for a round, newest first' },
  tag: 'deliveries',
  access: 'delivery.read',
  params: 'roundParams',
  query: 'pageQuery',
  answers: { 200: 'batchList' },
} as const satisfies Contract;

export const importRows = {
  method: 'POST',
  url: '/api/rounds/{round}/deliveries',
  summary: { vi: 'Nạp một đợt số liệu (JSON); chưa ghi gì vào bảng chấm điểm', en: 'Brings figures from elsewhere as JSON; nothing is written in the sheets' },
  tag: 'deliveries',
  access: 'delivery.write',
  params: 'roundParams',
  body: 'newBatch',
  bodyLimit: MOST_IMPORT_BYTES,
  mostValues: 250_000,
  answers: { 200: 'batchUploaded', 201: 'batchUploaded' },
  acts: ['delivery.bring'],
} as const satisfies Contract;

export const downloadImportForm = {
  method: 'GET',
  url: '/api/rounds/{round}/deliveries/form',
  summary: { vi: 'Tải mẫu số liệu của kỳ (XLSX hoặc CSV) để điền', en: 'The form for figures from elsewhere, as XLSX or CSV' },
  tag: 'deliveries',
  access: 'delivery.write',
  params: 'roundParams',
  query: 'batchFormQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readImportBatch = {
  method: 'GET',
  url: '/api/rounds/{round}/deliveries/{delivery}',
  summary: {
    vi: 'Một đợt số liệu: sẽ thay đổi gì, điểm nào thay đổi, đã ghi gì',
    en: 'A delivery: what it would change, the points that move, what was written',
  },
  tag: 'deliveries',
  access: 'delivery.read',
  params: 'batchParams',
  answers: { 200: 'batchAnswer' },
} as const satisfies Contract;

export const agreeToImportBatch = {
  method: 'POST',
  url: '/api/rounds/{round}/deliveries/{delivery}/agreement',
  summary: { vi: 'Đồng ý ghi một đợt số liệu đúng như đã xem', en: 'Agrees to a delivery as it was seen: it is written' },
  tag: 'deliveries',
  access: 'delivery.decide',
  confirmed: 'inSeries',
  params: 'batchParams',
  body: 'batchAgreement',
  answers: { 201: 'batchAnswer' },
  acts: ['sheet.declare', 'delivery.write'],
} as const satisfies Contract;

export const refuseImportBatch = {
  method: 'POST',
  url: '/api/rounds/{round}/deliveries/{delivery}/refusal',
  summary: { vi: 'Không nhận một đợt số liệu, có lý do', en: 'Refuses a delivery, with a reason' },
  tag: 'deliveries',
  access: 'delivery.write',
  params: 'batchParams',
  body: 'batchRefusal',
  answers: { 201: 'batchAnswer' },
  acts: ['delivery.refuse'],
} as const satisfies Contract;

export const listEstimates = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/estimates',
  summary: {
    vi: 'Kết quả điều tra, mức độ hài lòng của một cơ quan: nguồn, ngày, kỳ và các bản trước',
    en: 'Means of surveys of a body, with their sources and those before them',
  },
  tag: 'deliveries',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  answers: { 200: 'estimateList' },
} as const satisfies Contract;

export const listRollUps = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/roll-ups',
  summary: { vi: 'Một số liệu đã được tổng hợp từ những cơ quan nào', en: 'What a figure of a sheet was added up from' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  query: 'rollUpQuery',
  answers: { 200: 'rollUpList' },
} as const satisfies Contract;

export const previewRollUp = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/roll-ups/preview',
  summary: { vi: 'Xem trước tổng số liệu của các cơ quan cấp dưới; không ghi gì', en: 'What figures of bodies below would add up to; writes nothing' },
  tag: 'sheets',
  access: 'sheet.declare',
  params: 'sheetParams',
  body: 'rollUpWanted',
  answers: { 200: 'rollUpPreview' },
} as const satisfies Contract;

export const rollUp = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/roll-ups',
  summary: { vi: 'Ghi tổng số liệu của các cơ quan cấp dưới vào bảng chấm điểm', en: 'Writes the sum of figures of bodies below into a sheet' },
  tag: 'sheets',
  access: 'sheet.declare',
  params: 'sheetParams',
  body: 'newRollUp',
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.declare', 'rollUp.make'],
} as const satisfies Contract;

export const importFile = {
  method: 'POST',
  url: '/api/rounds/{round}/deliveries/files',
  summary: {
    vi: 'Nạp một đợt số liệu bằng tệp CSV hoặc XLSX; chưa ghi gì vào bảng chấm điểm',
    en: 'Brings figures from elsewhere as CSV or XLSX; nothing is written in the sheets',
  },
  tag: 'deliveries',
  access: 'delivery.write',
  params: 'roundParams',
  query: 'batchFileQuery',
  takes: [XLSX, CSV],
  bodyLimit: MOST_IMPORT_BYTES,
  answers: { 200: 'batchUploaded', 201: 'batchUploaded' },
  acts: ['delivery.bring'],
} as const satisfies Contract;
