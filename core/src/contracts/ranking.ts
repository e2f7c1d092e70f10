// The ranking of a round that runs.
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
