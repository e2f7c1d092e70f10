// Days off.
import type { Contract } from './contract.ts';

export const readDaysOff = {
  method: 'GET',
  url: '/api/days-off',
  summary: { vi: 'Ngày nghỉ và ngày làm bù trong năm', en: 'Days off, and days worked in exchange, of a year' },
  tag: 'daysOff',
  access: 'dayOff.read',
  query: 'daysOffQuery',
  answers: { 200: 'daysOffAnswer' },
} as const satisfies Contract;

export const replaceDaysOff = {
  method: 'PUT',
  url: '/api/days-off',
  summary: { vi: 'Thay toàn bộ danh sách ngày nghỉ của một năm theo thông báo', en: 'Replace the whole list of a year, as announced' },
  tag: 'daysOff',
  access: 'dayOff.write',
  confirmed: 'inSeries',
  body: 'daysOffList',
  answers: { 200: 'daysOffAnswer' },
  acts: ['dayOff.replace'],
} as const satisfies Contract;
