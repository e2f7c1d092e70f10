// What is done to a sheet as a whole: frozen, sent with its report, taken back, reopened; receipts.
import type { Contract } from './contract.ts';
import { MOST_REPORT_BYTES } from './limits.ts';
import { PDF } from './media-types.ts';

export const downloadReport = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/report',
  summary: {
    vi: 'Báo cáo tự đánh giá, chấm điểm (PDF, DOCX); là dự thảo khi bảng chấm điểm chưa chốt',
    en: 'The official report on a sheet (PDF, DOCX); a draft while the sheet is open',
  },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  query: 'reportQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readReportText = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/report-text',
  summary: { vi: 'Khó khăn, vướng mắc và đề xuất, kiến nghị của báo cáo', en: 'Difficulties and proposals of a report' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  answers: { 200: 'reportTextAnswer' },
} as const satisfies Contract;

export const writeReportText = {
  method: 'PUT',
  url: '/api/rounds/{round}/sheets/{body}/report-text',
  summary: {
    vi: 'Nhập khó khăn, vướng mắc và đề xuất, kiến nghị; chọn người ký, nơi nhận',
    en: 'Type difficulties and proposals; choose who signs and who gets the report',
  },
  tag: 'sheets',
  access: 'sheet.declare',
  params: 'sheetParams',
  body: 'newReportText',
  answers: { 200: 'reportTextAnswer' },
  acts: ['report.write'],
} as const satisfies Contract;

export const listReportTexts = {
  method: 'GET',
  url: '/api/rounds/{round}/report-texts',
  summary: {
    vi: 'Khó khăn, đề xuất của các cơ quan đã gửi, gom thành một danh sách',
    en: 'Difficulties and proposals of all bodies that have sent, as one list',
  },
  tag: 'sheets',
  access: 'round.write',
  params: 'roundParams',
  answers: { 200: 'gatheredTexts' },
} as const satisfies Contract;

export const downloadReportTexts = {
  method: 'GET',
  url: '/api/rounds/{round}/report-texts/workbook',
  summary: { vi: 'Danh sách khó khăn, đề xuất dạng bảng tính (XLSX)', en: 'The list of difficulties and proposals as XLSX' },
  tag: 'sheets',
  access: 'round.write',
  params: 'roundParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readReceipt = {
  method: 'GET',
  url: '/api/receipts/{code}',
  summary: {
    vi: 'Tra cứu biên nhận theo mã, hoặc theo mã kiểm tra toàn vẹn in trên báo cáo',
    en: 'A receipt by its code, or by the hash that the report carries',
  },
  tag: 'receipts',
  access: 'public',
  params: 'receiptParams',
  answers: { 200: 'receiptAnswer' },
} as const satisfies Contract;

export const readSubmission = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/sending',
  summary: { vi: 'Bảng chấm điểm đang ở đâu: chốt, ký, gửi, biên nhận, mở lại', en: 'Where a sheet stands: frozen, sent, receipts, reopening' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  answers: { 200: 'sendingStanding' },
} as const satisfies Contract;

export const sendReport = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/sending',
  summary: { vi: 'Gửi bảng chấm điểm đã chốt kèm báo cáo đã ký (PDF)', en: 'Send the frozen sheet with the signed report (as PDF bytes)' },
  tag: 'sheets',
  access: 'sheet.send',
  confirmed: 'now',
  params: 'sheetParams',
  query: 'sendingQuery',
  takes: [PDF],
  bodyLimit: MOST_REPORT_BYTES,
  answers: { 201: 'sendingStanding' },
  acts: ['sheet.send', 'sending.record'],
} as const satisfies Contract;

export const permitUnsignedReport = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/sending/permission',
  summary: { vi: 'Cho phép gửi một lần báo cáo không có chữ ký số, có lý do', en: 'Permit, once and with a reason, a report without an electronic signature' },
  tag: 'sheets',
  access: 'sheet.permit',
  confirmed: 'now',
  params: 'sheetParams',
  body: 'newPermission',
  answers: { 201: 'sendingStanding' },
  acts: ['sending.permit'],
} as const satisfies Contract;

export const downloadSignedReport = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/sendings/{sending}/file',
  summary: { vi: 'Báo cáo đã ký, đúng từng byte', en: 'The signed report, byte for byte' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sendingFileParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const downloadReceipt = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/sendings/{sending}/receipt',
  summary: { vi: 'Biên nhận (PDF)', en: 'The receipt (PDF)' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sendingFileParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const freezeSheet = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/freeze',
  summary: { vi: 'Chốt số liệu bảng chấm điểm', en: 'Freeze a sheet' },
  tag: 'sheets',
  access: 'sheet.freeze',
  confirmed: 'now',
  params: 'sheetParams',
  body: 'wholeSheetAct',
  answers: { 201: 'sheetStanding' },
  acts: ['sheet.freeze', 'report.keep'],
} as const satisfies Contract;

export const takeBackSheet = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/taking-back',
  summary: { vi: 'Rút lại bảng chấm điểm đã gửi, có lý do, trước hạn', en: 'Take a sent sheet back, with a reason, before the deadline' },
  tag: 'sheets',
  access: 'sheet.takeBack',
  confirmed: 'now',
  params: 'sheetParams',
  body: 'takingBack',
  answers: { 201: 'sheetStanding' },
  acts: ['sheet.takeBack'],
} as const satisfies Contract;

export const reopenSheet = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/reopening',
  summary: { vi: 'Mở lại bảng chấm điểm đã chốt hoặc đã gửi: lý do, phạm vi, thời hạn', en: 'Reopen a frozen or sent sheet: why, how far, until when' },
  tag: 'sheets',
  access: 'sheet.reopen',
  confirmed: 'now',
  params: 'sheetParams',
  body: 'reopening',
  answers: { 201: 'sheetStanding' },
  acts: ['sheet.reopen', 'reopening.record'],
} as const satisfies Contract;
