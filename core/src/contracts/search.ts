// Search over everything.
import type { Contract } from './contract.ts';

export const searchEverywhere = {
  method: 'GET',
  url: '/api/search',
  summary: {
    vi: 'Tìm ở mọi nơi, không cần dấu: cơ quan, người dùng, tiêu chí, văn bản',
    en: 'Search everywhere, with or without marks: bodies, people, items, documents',
  },
  tag: 'search',
  access: 'round.read',
  query: 'searchQuery',
  answers: { 200: 'searchAnswer' },
} as const satisfies Contract;
