// What waits for a person.
import type { Contract } from './contract.ts';

export const readWork = {
  method: 'GET',
  url: '/api/work',
  summary: { vi: 'Việc của tôi: việc đang chờ và các kỳ theo vai trò đang giữ', en: 'My work: what waits for me, and rounds by the offices that I hold' },
  tag: 'me',
  access: 'round.read',
  answers: { 200: 'workAnswer' },
} as const satisfies Contract;
