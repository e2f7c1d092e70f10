// Sheets, their histories and what is done to them as a whole.
import type { Contract } from './contract.ts';
import { MOST_WORKBOOK_BYTES } from './limits.ts';
import { XLSX } from './media-types.ts';

export const listSheets = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets',
  summary: { vi: 'Danh sách bảng điểm của kỳ, kèm điểm từng tiêu chí', en: 'The sheets of a round, with the points of every item' },
  tag: 'sheets',
  access: 'sheet.list',
  params: 'roundParams',
  query: 'sheetListQuery',
  answers: { 200: 'sheetList' },
} as const satisfies Contract;

export const readSheet = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}',
  summary: { vi: 'Bảng điểm của một cơ quan, kèm điểm và diễn giải', en: 'The sheet of a body, with points and their explanation' },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'sheetAnswer' },
} as const satisfies Contract;

export const reviewSheet = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/review',
  summary: { vi: 'Rà soát bảng điểm trước khi gửi: điều phải sửa, phải giải trình, lưu ý', en: 'The check of a sheet before sending' },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'reviewAnswer' },
} as const satisfies Contract;

export const downloadBrief = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/brief',
  summary: { vi: 'Phiếu trình lãnh đạo về bảng điểm (PDF, DOCX)', en: 'The brief on a sheet for its leader (PDF, DOCX)' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  query: 'reportQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const readHistory = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/entries',
  summary: { vi: 'Lịch sử chấm điểm, mới nhất trước', en: 'The history of a sheet, newest first' },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  query: 'historyQuery',
  answers: { 200: 'history' },
} as const satisfies Contract;

export const declareEntries = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/entries',
  summary: { vi: 'Kê khai số liệu, nội dung tự chấm, giải trình', en: 'Declare figures, answers, justification' },
  tag: 'sheets',
  access: 'sheet.enter',
  params: 'sheetParams',
  body: 'newEntries',
  bodyLimit: 8 * 1024 * 1024,
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.declare', 'sheet.propose'],
} as const satisfies Contract;

export const freezeSheet = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/freeze',
  summary: { vi: 'Chốt số liệu bảng điểm', en: 'Freeze a sheet' },
  tag: 'sheets',
  access: 'sheet.freeze',
  params: 'sheetParams',
  body: 'wholeSheetAct',
  answers: { 201: 'sheetStanding' },
  acts: ['sheet.freeze'],
} as const satisfies Contract;

export const takeBackSheet = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/taking-back',
  summary: { vi: 'Rút lại bảng điểm đã gửi, có lý do, trước hạn', en: 'Take a sent sheet back, with a reason, before the deadline' },
  tag: 'sheets',
  access: 'sheet.takeBack',
  params: 'sheetParams',
  body: 'takingBack',
  answers: { 201: 'sheetStanding' },
  acts: ['sheet.takeBack'],
} as const satisfies Contract;

export const reopenSheet = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/reopening',
  summary: { vi: 'Mở lại bảng điểm đã chốt hoặc đã gửi: lý do, phạm vi, thời hạn', en: 'Reopen a frozen or sent sheet: why, how far, until when' },
  tag: 'sheets',
  access: 'sheet.reopen',
  params: 'sheetParams',
  body: 'reopening',
  answers: { 201: 'sheetStanding' },
  acts: ['sheet.reopen', 'reopening.record'],
} as const satisfies Contract;

export const downloadWorkbook = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/workbook',
  summary: { vi: 'Tải bảng điểm dạng bảng tính (XLSX) để điền', en: 'The sheet as a workbook (XLSX) to be filled in' },
  tag: 'sheets',
  access: 'sheet.enter',
  params: 'sheetParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const previewWorkbook = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/workbook',
  summary: {
    vi: 'Nạp bảng tính đã điền để xem trước mọi thay đổi; không ghi gì',
    en: 'Takes a workbook that was filled in (as XLSX bytes) and tells what it would change; writes nothing',
  },
  tag: 'sheets',
  access: 'sheet.enter',
  params: 'sheetParams',
  takes: [XLSX],
  bodyLimit: MOST_WORKBOOK_BYTES,
  answers: { 200: 'workbookPreview' },
} as const satisfies Contract;
