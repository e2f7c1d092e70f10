// Parts of a sheet given to departments, and what they have in hand.
import type { Contract } from './contract.ts';

export const listAssignments = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/assignments',
  summary: { vi: 'Phân công của bảng chấm điểm và quy trình duyệt', en: 'The assignments of a sheet and its chain of approval' },
  tag: 'assignments',
  access: 'assignment.read',
  params: 'sheetParams',
  answers: { 200: 'assignmentList' },
} as const satisfies Contract;

export const assign = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/assignments',
  summary: { vi: 'Phân công nội dung của bảng chấm điểm cho đơn vị, cá nhân', en: 'Give parts of a sheet to a department or person' },
  tag: 'assignments',
  access: 'assignment.write',
  confirmed: 'inSeries',
  params: 'sheetParams',
  body: 'newAssignments',
  answers: { 204: 'nothing' },
  acts: ['assignment.give'],
} as const satisfies Contract;

export const withdrawAssignments = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/assignments/withdrawal',
  summary: { vi: 'Thu hồi phân công', en: 'Take assignments back' },
  tag: 'assignments',
  access: 'assignment.write',
  confirmed: 'inSeries',
  params: 'sheetParams',
  body: 'endedAssignments',
  answers: { 204: 'nothing' },
  acts: ['assignment.takeBack'],
} as const satisfies Contract;

export const setApprovalChain = {
  method: 'PUT',
  url: '/api/rounds/{round}/sheets/{body}/assignments/chain',
  summary: { vi: 'Đặt quy trình duyệt của cơ quan', en: 'Set a body’s chain of approval' },
  tag: 'assignments',
  access: 'assignment.write',
  confirmed: 'inSeries',
  params: 'sheetParams',
  body: 'approvalChain',
  answers: { 204: 'nothing' },
  acts: ['assignment.setChain'],
} as const satisfies Contract;

export const decideProposals = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/decisions',
  summary: { vi: 'Duyệt hoặc trả lại nội dung được phân công', en: 'Accept or return what departments have in hand' },
  tag: 'assignments',
  access: 'part.decide',
  confirmed: 'inSeries',
  params: 'sheetParams',
  body: 'newPartDecisions',
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.accept', 'sheet.return'],
} as const satisfies Contract;

export const submitParts = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/part-submissions',
  summary: { vi: 'Trình lãnh đạo đơn vị nội dung được phân công, hoặc rút lại', en: 'Submit parts to the department’s leader, or recall them' },
  tag: 'assignments',
  access: 'part.submit',
  params: 'sheetParams',
  body: 'newPartSubmissions',
  answers: { 201: 'savedAnswer' },
  acts: ['sheet.submit', 'sheet.recall'],
} as const satisfies Contract;

export const readLoad = {
  method: 'GET',
  url: '/api/me/parts',
  summary: { vi: 'Việc được giao của đơn vị tôi, ở mọi kỳ đang mở', en: 'What my department has in hand, over all open rounds' },
  tag: 'assignments',
  access: 'round.read',
  answers: { 200: 'loadAnswer' },
} as const satisfies Contract;
