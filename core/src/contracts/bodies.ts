// Bodies with their past.
import type { Contract } from './contract.ts';

export const listBodies = {
  method: 'GET',
  url: '/api/bodies',
  summary: {
    vi: 'Danh sách cơ quan, đơn vị; tìm theo mọi tên đã từng có, không cần dấu',
    en: 'Bodies; searched by any name that they have ever had, with or without marks',
  },
  tag: 'bodies',
  access: 'body.read',
  query: 'bodyListQuery',
  answers: { 200: 'bodyList' },
} as const satisfies Contract;

export const readBody = {
  method: 'GET',
  url: '/api/bodies/{id}',
  summary: {
    vi: 'Một cơ quan, đơn vị: tên, mã, vùng, khối, cấp trên theo thời gian; tiền thân và kế thừa',
    en: 'A body with all that is dated of it, and whom it came out of and passed into',
  },
  tag: 'bodies',
  access: 'body.read',
  params: 'bodyParams',
  query: 'bodyQuery',
  answers: { 200: 'bodyDetail' },
} as const satisfies Contract;

export const readBodyTree = {
  method: 'GET',
  url: '/api/bodies/{id}/tree',
  summary: { vi: 'Các cơ quan, đơn vị trực thuộc vào một ngày', en: 'The bodies below one on a day' },
  tag: 'bodies',
  access: 'body.read',
  params: 'bodyParams',
  query: 'bodyTreeQuery',
  answers: { 200: 'bodyTree' },
} as const satisfies Contract;

export const importBodies = {
  method: 'POST',
  url: '/api/bodies/import',
  summary: { vi: 'Nhập danh mục cơ quan, đơn vị (JSON hoặc CSV); không xóa gì', en: 'Import bodies as JSON or CSV; nothing is deleted' },
  tag: 'bodies',
  access: 'body.write',
  confirmed: 'inSeries',
  query: 'bodyImportQuery',
  body: 'bodyImport',
  bodyLimit: 20 * 1024 * 1024,
  mostValues: 400_000,
  answers: { 200: 'bodyImportAnswer' },
  acts: ['body.import'],
} as const satisfies Contract;

export const recordSuccession = {
  method: 'POST',
  url: '/api/bodies/successions',
  summary: { vi: 'Ghi nhận sáp nhập, chia tách, chuyển giao nhiệm vụ theo quyết định', en: 'Record that bodies passed on their work, by a decision' },
  tag: 'bodies',
  access: 'body.write',
  confirmed: 'inSeries',
  body: 'bodySuccession',
  answers: { 200: 'bodySuccessionAnswer' },
  acts: ['body.succession'],
} as const satisfies Contract;

export const changeBody = {
  method: 'PATCH',
  url: '/api/bodies/{id}',
  summary: {
    vi: 'Đổi tên, đổi cấp trên, mã, vùng, khối từ một ngày; kết thúc hoạt động theo quyết định',
    en: 'From a day on, another name, parent, code, region or block; the end by a decision',
  },
  tag: 'bodies',
  access: 'body.write',
  confirmed: 'inSeries',
  params: 'bodyParams',
  body: 'bodyChange',
  answers: { 200: 'bodyDetail' },
  acts: ['body.change'],
} as const satisfies Contract;
