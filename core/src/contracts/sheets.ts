// One sheet: read, declared in, its history, its workbook.
import type { Contract } from './contract.ts';
import { MOST_WORKBOOK_BYTES } from './limits.ts';
import { XLSX } from './media-types.ts';

export const readSheet = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}',
  summary: { vi: 'Bảng chấm điểm của một cơ quan, kèm điểm và diễn giải', en: 'The sheet of a body, with points and their explanation' },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'sheetAnswer' },
} as const satisfies Contract;

export const readSheetMark = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/mark',
  summary: {
    vi: 'Dấu của bảng chấm điểm: khác đi khi có lần ghi mới, đổi trạng thái hoặc phân công',
    en: 'The mark of a sheet: another one after an entry, a change of its state or an assignment',
  },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'sheetMark' },
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

export const readTimeline = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/timeline',
  summary: {
    vi: 'Diễn biến của bảng chấm điểm theo ngày: ai nhập, điểm tự chấm cuối ngày',
    en: 'How a sheet came to be, by day: who wrote in it, and the points claimed at the end of the day',
  },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'sheetTimeline' },
} as const satisfies Contract;

export const readSheetTakeovers = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/takeovers',
  summary: {
    vi: 'Thay đổi đối với bảng chấm điểm khi chuyển sang bộ tiêu chí mới giữa kỳ',
    en: 'What later editions changed for a sheet when they took over in mid-round',
  },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'sheetTakeovers' },
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
  mostValues: 15_000,
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.declare', 'sheet.propose'],
} as const satisfies Contract;

export const downloadWorkbook = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/workbook',
  summary: { vi: 'Tải bảng chấm điểm dạng bảng tính (XLSX) để điền', en: 'The sheet as a workbook (XLSX) to be filled in' },
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
