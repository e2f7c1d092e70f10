// The check of a sheet before it is sent, and the brief for its leader.
import type { Contract } from './contract.ts';

export const reviewSheet = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/review',
  summary: { vi: 'Rà soát bảng chấm điểm trước khi gửi: điều phải sửa, cần giải trình, lưu ý', en: 'The check of a sheet before sending' },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'reviewAnswer' },
} as const satisfies Contract;

export const reviewProposals = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/proposals/review',
  summary: {
    vi: 'Rà soát nội dung đơn vị đề xuất, như khi đã được duyệt',
    en: 'The check of what departments propose, as if it were approved',
  },
  tag: 'sheets',
  access: 'sheet.read',
  params: 'sheetParams',
  answers: { 200: 'reviewAnswer' },
} as const satisfies Contract;

export const downloadBrief = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/brief',
  summary: { vi: 'Phiếu trình lãnh đạo về bảng chấm điểm (trang để in, PDF, DOCX)', en: 'The brief on a sheet for its leader (a page to print, PDF, DOCX)' },
  tag: 'sheets',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  query: 'briefQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;
