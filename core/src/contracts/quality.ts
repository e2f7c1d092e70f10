// How well items are appraised, and the sample of them that is marked a second time (decision 0113).
import type { Contract } from './contract.ts';

export const readQuality = {
  method: 'GET',
  url: '/api/rounds/{round}/quality',
  summary: {
    vi: 'Chất lượng thẩm định: mức thống nhất của hai lần chấm, mức độ chặt chẽ của từng người, biến động theo tuần, tỷ lệ sửa điểm',
    en: 'The quality of appraisal: agreement of two marks, severity, drift, what was changed',
  },
  tag: 'rounds',
  access: 'quality.read',
  params: 'roundParams',
  answers: { 200: 'qualityAnswer' },
} as const satisfies Contract;

export const downloadQuality = {
  method: 'GET',
  url: '/api/rounds/{round}/quality-workbook',
  summary: { vi: 'Chất lượng thẩm định (XLSX)', en: 'The quality of appraisal (XLSX)' },
  tag: 'rounds',
  access: 'quality.read',
  params: 'roundParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const drawSecondMarking = {
  method: 'POST',
  url: '/api/rounds/{round}/second-markings',
  summary: { vi: 'Rút mẫu các tiêu chí được chấm lại độc lập', en: 'Draw a sample of items to be marked a second time' },
  tag: 'rounds',
  access: 'quality.draw',
  confirmed: 'inSeries',
  params: 'roundParams',
  body: 'newSecondMarking',
  answers: { 201: 'secondMarkingAnswer' },
  acts: ['quality.draw'],
} as const satisfies Contract;

export const listSecondMarks = {
  method: 'GET',
  url: '/api/rounds/{round}/second-marks',
  summary: { vi: 'Các tiêu chí người hỏi chấm lại độc lập', en: 'What the asker marks a second time' },
  tag: 'rounds',
  access: 'quality.mark',
  params: 'roundParams',
  answers: { 200: 'secondMarksAnswer' },
} as const satisfies Contract;

export const giveSecondMark = {
  method: 'PUT',
  url: '/api/rounds/{round}/second-marks/{mark}',
  summary: { vi: 'Chấm lại độc lập một tiêu chí; không làm thay đổi điểm', en: 'Mark an item a second time; no points change by it' },
  tag: 'rounds',
  access: 'quality.mark',
  confirmed: 'inSeries',
  params: 'secondMarkParams',
  body: 'newSecondMark',
  answers: { 200: 'secondMarkAnswer' },
  acts: ['quality.mark'],
} as const satisfies Contract;

export const handBackSecondMark = {
  method: 'POST',
  url: '/api/rounds/{round}/second-marks/{mark}/return',
  summary: { vi: 'Trả lại một tiêu chí được giao chấm lại, kèm lý do', en: 'Hand an item back that one is to mark a second time, and say why' },
  tag: 'rounds',
  access: 'quality.mark',
  confirmed: 'inSeries',
  params: 'secondMarkParams',
  body: 'secondMarkReturn',
  answers: { 201: 'secondMarksAnswer' },
  acts: ['quality.handBack'],
} as const satisfies Contract;

export const giveSecondMarksAnew = {
  method: 'POST',
  url: '/api/rounds/{round}/second-markings/{draw}/markers',
  summary: {
    vi: 'Bố trí người khác chấm lại những tiêu chí của một mẫu chưa có người chấm lại',
    en: 'Draw other markers for the items of a sample that nobody marks',
  },
  tag: 'rounds',
  access: 'quality.draw',
  confirmed: 'inSeries',
  params: 'secondMarkingParams',
  answers: { 201: 'secondMarkingAnswer' },
  acts: ['quality.giveAnew'],
} as const satisfies Contract;
