// The ranking of a round that runs, and what whoever oversees it sees of all bodies.
import type { Contract } from './contract.ts';

export const readRunningRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/running-ranking',
  summary: {
    vi: 'Xếp hạng tạm tính của kỳ: theo chỉ số, theo lĩnh vực, trong khối, so với năm trước',
    en: 'The provisional ranking of a round: by index, by domain, within blocks, against the year before',
  },
  tag: 'rounds',
  access: 'ranking.read',
  params: 'roundParams',
  query: 'runningRankingQuery',
  answers: { 200: 'runningRankingAnswer' },
} as const satisfies Contract;

export const downloadRunningRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/running-ranking/workbook',
  summary: { vi: 'Tải bảng xếp hạng tạm tính dạng bảng tính (XLSX)', en: 'The provisional ranking as XLSX' },
  tag: 'rounds',
  access: 'ranking.read',
  params: 'roundParams',
  query: 'runningRankingQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
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
