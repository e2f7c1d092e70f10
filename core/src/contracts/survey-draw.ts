// The frame of a survey and the draw of its sample: declared first, the seed fixed by a public act, and verified by whoever has the files.
import type { Contract } from './contract.ts';
import { MOST_FRAME_BYTES } from './limits.ts';
import { CSV, XLSX } from './media-types.ts';

export const readSurveyDraws = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/draws',
  summary: {
    vi: 'Các lần chọn mẫu của cuộc điều tra: thiết kế mẫu, dàn mẫu, việc rút thăm công khai, kết quả, các lần đã hủy',
    en: 'The draws of a survey: designs, frames, the public acts, results, and those withdrawn',
  },
  tag: 'survey',
  access: 'survey.read',
  params: 'roundParams',
  answers: { 200: 'surveyDraws' },
} as const satisfies Contract;

export const bringSampleDesign = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/sample-design',
  summary: { vi: 'Nạp thiết kế mẫu, thay thiết kế chưa công bố', en: 'Brings a design of the sample, in place of one that is not declared' },
  tag: 'survey',
  access: 'survey.draw',
  params: 'roundParams',
  body: 'broughtDesign',
  answers: { 200: 'sampleDesign', 201: 'sampleDesign' },
  acts: ['survey.bringDesign'],
} as const satisfies Contract;

export const bringSampleFrame = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/sample-frame',
  summary: {
    vi: 'Nạp dàn mẫu bằng tệp CSV hoặc XLSX theo thiết kế mẫu đã nạp; tệp có lỗi thì không ghi gì',
    en: 'Brings a frame as CSV or XLSX, read by the design that was brought; with any fault nothing is kept',
  },
  tag: 'survey',
  access: 'survey.draw',
  params: 'roundParams',
  query: 'frameQuery',
  takes: [XLSX, CSV],
  bodyLimit: MOST_FRAME_BYTES,
  answers: { 200: 'sampleFrame', 201: 'sampleFrame' },
  acts: ['survey.bringFrame'],
} as const satisfies Contract;

export const declareDraw = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/draws',
  summary: {
    vi: 'Công bố thiết kế mẫu, dàn mẫu và việc rút thăm công khai sẽ ấn định số khởi tạo ngẫu nhiên',
    en: 'Declares design, frame and the public act that will fix the seed',
  },
  tag: 'survey',
  access: 'survey.draw',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newDraw',
  answers: { 200: 'surveyDraw', 201: 'surveyDraw' },
  acts: ['survey.declareDraw'],
} as const satisfies Contract;

export const drawSample = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/draws/{number}/result',
  summary: { vi: 'Ghi số khởi tạo ngẫu nhiên sau khi rút thăm công khai và chọn mẫu', en: 'Enters the seed after the public act, and draws the sample' },
  tag: 'survey',
  access: 'survey.draw',
  confirmed: 'now',
  params: 'drawParams',
  body: 'drawResult',
  answers: { 200: 'surveyDraw', 201: 'surveyDraw' },
  acts: ['survey.drawSample'],
} as const satisfies Contract;

export const withdrawDraw = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/draws/{number}/withdrawal',
  summary: { vi: 'Hủy một lần chọn mẫu, có lý do; lần đã hủy vẫn hiển thị', en: 'Withdraws a draw with a reason; it stays to be seen' },
  tag: 'survey',
  access: 'survey.draw',
  confirmed: 'now',
  params: 'drawParams',
  body: 'drawWithdrawal',
  answers: { 204: 'nothing' },
  acts: ['survey.withdrawDraw'],
} as const satisfies Contract;

export const listDrawUnits = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/draws/{number}/units',
  summary: { vi: 'Các đơn vị đã chọn, theo thứ tự chọn', en: 'The units of a draw, in the order of the draw' },
  tag: 'survey',
  access: 'survey.readSample',
  params: 'drawParams',
  query: 'pageQuery',
  answers: { 200: 'drawUnits' },
} as const satisfies Contract;

export const downloadDrawFile = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/draws/{number}/files/{file}',
  summary: {
    vi: 'Tải thiết kế mẫu, dàn mẫu, biên bản chọn mẫu để kiểm tra lại, hoặc mẫu dưới dạng bảng',
    en: 'The design, the frame and the record of a draw, to be verified elsewhere; or the sample as a table',
  },
  tag: 'survey',
  access: 'survey.readSample',
  params: 'drawFileParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;
