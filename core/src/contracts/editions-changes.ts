// Steps of writing a draft together.
import type { Contract } from './contract.ts';

export const changeDraft = {
  method: 'POST',
  url: '/api/editions/{edition}/changes',
  summary: {
    vi: 'Ghi các thao tác sửa bản dự thảo; ghép với nội dung người khác đã ghi, xung đột thì không ghi gì',
    en: 'Write steps of changing a draft, joined with what others wrote; where they are in conflict, nothing is written',
  },
  tag: 'editions',
  access: 'edition.write',
  params: 'editionParams',
  body: 'draftChanges',
  bodyLimit: 4 * 1024 * 1024,
  answers: { 200: 'draftChanged' },
  acts: ['edition.change'],
} as const satisfies Contract;

export const readDraftChanges = {
  method: 'GET',
  url: '/api/editions/{edition}/changes',
  summary: { vi: 'Những thay đổi của bản dự thảo kể từ một phiên bản', en: 'What was changed in a draft since a version' },
  tag: 'editions',
  access: 'edition.write',
  params: 'editionParams',
  query: 'draftChangesQuery',
  answers: { 200: 'draftChangesSince' },
} as const satisfies Contract;
