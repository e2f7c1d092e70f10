// What this installation is and how it runs.
import type { Contract } from './contract.ts';

export const readInstallation = {
  method: 'GET',
  url: '/api/installation',
  summary: { vi: 'Hệ thống thật hay kỳ đánh giá thử, kèm tài khoản dùng thử', en: 'Whether this is real or a sandbox, with the accounts to try it' },
  tag: 'session',
  access: 'public',
  answers: { 200: 'installationAnswer' },
} as const satisfies Contract;

export const readOperation = {
  method: 'GET',
  url: '/api/operation',
  summary: {
    vi: 'Tình trạng vận hành: phiên bản, cơ sở dữ liệu, sao lưu, niêm phong nhật ký',
    en: 'How it runs: release, database, backup, sealing of the trail',
  },
  tag: 'operation',
  access: 'operation.read',
  answers: { 200: 'operationAnswer' },
} as const satisfies Contract;
