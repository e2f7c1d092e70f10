// Back-checks (phúc tra): interviews that were held are drawn, and asked for again by somebody else. Devices send them as any other interview (fieldwork.ts).
import type { Contract } from './contract.ts';

export const readBackChecks = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/fieldwork/back-checks',
  summary: { vi: 'Kết quả của từng điều tra viên và kết quả phúc tra', en: 'What each interviewer brought, and what came of asking again' },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  answers: { 200: 'backChecksAnswer' },
} as const satisfies Contract;

export const drawBackChecks = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/fieldwork/back-checks',
  summary: {
    vi: 'Chọn ngẫu nhiên hộ để phúc tra trong các hộ đã phỏng vấn và chưa vào lần chọn nào',
    en: 'Draws back-checks from the interviews that were in no draw before',
  },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  body: 'newBackCheckDraw',
  answers: { 200: 'backChecksDrawn', 201: 'backChecksDrawn' },
  acts: ['fieldwork.drawBackChecks'],
} as const satisfies Contract;

export const downloadBackCheckList = {
  method: 'GET',
  url: '/api/rounds/{round}/survey/fieldwork/back-checks/{draw}/list',
  summary: {
    vi: 'Danh sách hộ của một lần chọn, để người khác chọn lại từ số khởi tạo và đối chiếu',
    en: 'The interviews of a draw, from which anybody with the seed draws the same',
  },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'backCheckDrawParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const giveBackChecks = {
  method: 'POST',
  url: '/api/rounds/{round}/survey/fieldwork/back-checks/assignments',
  summary: {
    vi: 'Giao hộ phúc tra của một điều tra viên cho điều tra viên khác',
    en: 'Gives the back-checks of an interviewer to another one',
  },
  tag: 'fieldwork',
  access: 'fieldwork.lead',
  params: 'roundParams',
  body: 'newBackCheckAssignment',
  answers: { 200: 'backChecksGiven' },
  acts: ['fieldwork.giveBackChecks'],
} as const satisfies Contract;
