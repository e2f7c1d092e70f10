// The progress board, a round at a glance, overdue bodies.
import type { Contract } from './contract.ts';

export const listOverdue = {
  method: 'GET',
  url: '/api/rounds/{round}/urging',
  summary: { vi: 'Các cơ quan chưa hoàn thành tự đánh giá, để đôn đốc', en: 'Bodies that have not ended their self-assessment, to be urged' },
  tag: 'rounds',
  access: 'round.urge',
  params: 'roundParams',
  answers: { 200: 'overdueLettersAnswer' },
} as const satisfies Contract;

export const makeOverdueLetter = {
  method: 'POST',
  url: '/api/rounds/{round}/urging',
  summary: { vi: 'Lập công văn đôn đốc (DOCX, PDF) gửi các cơ quan đã chọn', en: 'Make the letter of urging (DOCX, PDF) to chosen bodies' },
  tag: 'rounds',
  access: 'round.urge',
  params: 'roundParams',
  body: 'newOverdueLetter',
  answers: { 200: 'fileBytes' },
  acts: ['round.urge'],
} as const satisfies Contract;

export const readBoard = {
  method: 'GET',
  url: '/api/rounds/{round}/board',
  summary: {
    vi: 'Bảng tiến độ của kỳ: tiến độ từng cơ quan, cơ quan chậm, khâu đang xử lý',
    en: 'The progress board: how far each body is, late or in time, whom it waits for',
  },
  tag: 'rounds',
  access: 'board.read',
  params: 'roundParams',
  answers: { 200: 'boardAnswer' },
} as const satisfies Contract;

export const downloadBoard = {
  method: 'GET',
  url: '/api/rounds/{round}/board/workbook',
  summary: { vi: 'Tải bảng tiến độ dạng bảng tính (XLSX)', en: 'The progress board as XLSX' },
  tag: 'rounds',
  access: 'board.read',
  params: 'roundParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const followBoard = {
  method: 'GET',
  url: '/api/rounds/{round}/board/events',
  summary: { vi: 'Luồng thay đổi của bảng tiến độ (server-sent events)', en: 'What changes on the progress board, as server-sent events' },
  tag: 'rounds',
  access: 'board.read',
  params: 'roundParams',
  query: 'boardEventsQuery',
  answers: { 200: 'boardEventStream' },
  withoutHead: true,
} as const satisfies Contract;

export const readBoardBody = {
  method: 'GET',
  url: '/api/rounds/{round}/board/bodies/{body}',
  summary: { vi: 'Tiến độ của một cơ quan, đến từng tiêu chí', en: 'The progress of one body, down to its items' },
  tag: 'rounds',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  answers: { 200: 'boardBodyAnswer' },
} as const satisfies Contract;

export const readOverview = {
  method: 'GET',
  url: '/api/rounds/{round}/overview',
  summary: {
    vi: 'Tổng hợp của kỳ: tiêu chí bị trừ điểm, số nội dung được nhập theo ngày, so với kỳ trước',
    en: 'A round at a glance: where points are lost, what was entered day by day, against the round before',
  },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'roundParams',
  answers: { 200: 'overviewAnswer' },
} as const satisfies Contract;

export const readItemSpread = {
  method: 'GET',
  url: '/api/rounds/{round}/overview/items/{item}',
  summary: { vi: 'Phân bố điểm của một tiêu chí qua các cơ quan', en: 'How the points of an item are spread over bodies' },
  tag: 'rounds',
  access: 'sheet.list',
  params: 'itemSpreadParams',
  answers: { 200: 'itemSpreadAnswer' },
} as const satisfies Contract;
