import type { Language } from '@parindex/core';
import type { uploadAnswer } from '@parindex/core/contracts/schemas/index';
import type { RefusalCode } from '@parindex/core/evidence/file-codes';
import { refusalText } from '@parindex/core/words/file-words';
import type { z } from 'zod';
import type { UploadRow } from './queries/uploads.ts';

/** The address that an upload's bytes are sent to. */
export const uploadUrl = (id: string): string => `/api/uploads/${id}`;

/** An upload as shown to people of its body; `received` bytes have arrived. */
export const presentUpload = (upload: UploadRow, received: number, language: Language): z.output<typeof uploadAnswer> => ({
  id: upload.id,
  document: upload.document,
  name: upload.fileName,
  bytes: upload.bytes,
  received,
  state: upload.state,
  url: uploadUrl(upload.id),
  refusal: upload.refusal && { code: upload.refusal.code, message: refusalText(upload.refusal.code as RefusalCode, language) },
  by: { id: upload.account, name: upload.name },
  createdAt: upload.createdAt.toISOString(),
});
