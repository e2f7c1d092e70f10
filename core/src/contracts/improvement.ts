// What bodies do about the points that they lost in a closed round.
import type { Contract } from './contract.ts';

export const readImprovementTasks = {
  method: 'GET',
  url: '/api/rounds/{round}/improvement-tasks/{body}',
  summary: {
    vi: 'Nhiệm vụ khắc phục các tiêu chí bị trừ điểm của một cơ quan, của kỳ này và của kỳ trước',
    en: 'What a body does about the points it lost, of this round and of the one before',
  },
  tag: 'rounds',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  answers: { 200: 'improvementTasks' },
} as const satisfies Contract;

export const setImprovementTasks = {
  method: 'PUT',
  url: '/api/rounds/{round}/improvement-tasks/{body}',
  summary: {
    vi: 'Giao, cập nhật nhiệm vụ khắc phục cho một hoặc nhiều tiêu chí bị trừ điểm',
    en: 'Set or change tasks for one or several items that lost points',
  },
  tag: 'rounds',
  access: 'improvement.write',
  params: 'sheetParams',
  body: 'setTasks',
  answers: { 200: 'improvementTasks' },
  acts: ['improvement.set'],
} as const satisfies Contract;

export const downloadImprovementPlan = {
  method: 'GET',
  url: '/api/rounds/{round}/improvement-plan/{body}',
  summary: {
    vi: 'Dự thảo kế hoạch khắc phục các tiêu chí bị trừ điểm của một cơ quan (PDF, DOCX)',
    en: 'The draft plan by which a body mends what cost it points (PDF, DOCX)',
  },
  tag: 'rounds',
  access: 'sheet.readWhole',
  params: 'sheetParams',
  query: 'improvementPlanQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;
