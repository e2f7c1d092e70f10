// Guides for those who use the product.
import type { Contract } from './contract.ts';

export const downloadGuide = {
  method: 'GET',
  url: '/api/guides/{guide}',
  summary: { vi: 'Hướng dẫn sử dụng theo vai trò (trang để in, PDF, DOCX)', en: 'A guide for one kind of work (a page to print, PDF, DOCX)' },
  tag: 'operation',
  access: 'round.read',
  params: 'guideParams',
  query: 'briefQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;
