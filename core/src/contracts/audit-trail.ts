// The audit trail and the head of its chain.
import type { Contract } from './contract.ts';

export const listAudit = {
  method: 'GET',
  url: '/api/audit',
  summary: { vi: 'Nhật ký hệ thống, mới nhất trước; lượt xem cũng được ghi lại', en: 'The audit trail, newest first; the view itself is recorded' },
  tag: 'audit',
  access: 'audit.read',
  query: 'auditQuery',
  answers: { 200: 'auditPage' },
  acts: ['audit.view'],
  recordsView: true,
} as const satisfies Contract;

export const readAuditHead = {
  method: 'GET',
  url: '/api/audit/head',
  summary: { vi: 'Dấu xác nhận nhật ký, để giữ ở nơi khác', en: 'The head of the sealed chain, to be kept elsewhere' },
  tag: 'audit',
  access: 'audit.read',
  answers: { 200: 'auditHead' },
} as const satisfies Contract;
