// A round ranked as its sheets stand.
import type { Contract } from './contract.ts';

export const readRanking = {
  method: 'GET',
  url: '/api/rounds/{round}/ranking',
  summary: { vi: 'Chỉ số và xếp hạng tạm tính của kỳ theo các bảng chấm điểm hiện có', en: 'The index and ranks of a round as its sheets stand' },
  tag: 'results',
  access: 'round.result',
  params: 'roundParams',
  answers: { 200: 'rankingAnswer' },
} as const satisfies Contract;

export const readSnapshot = {
  method: 'GET',
  url: '/api/rounds/{round}/snapshot',
  summary: {
    vi: 'Dữ liệu đầu vào của kỳ theo các bảng chấm điểm hiện có (parindex-snapshot/1)',
    en: 'All that the index of a round is computed from, as its sheets stand',
  },
  tag: 'results',
  access: 'round.result',
  params: 'roundParams',
  answers: { 200: 'anyDocument' },
} as const satisfies Contract;

export const readFinalSnapshot = {
  method: 'GET',
  url: '/api/rounds/{round}/final-snapshot',
  summary: {
    vi: 'Dữ liệu đầu vào của kết quả cuối cùng, như khi đóng kỳ (parindex-snapshot/1)',
    en: 'All that the final result was computed from, as it was frozen when the round was closed',
  },
  tag: 'results',
  access: 'round.result',
  params: 'roundParams',
  answers: { 200: 'anyDocument' },
} as const satisfies Contract;
