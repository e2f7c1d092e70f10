import { downloadGuide } from '@parindex/core/contracts/help';
import type { Guide } from '@parindex/core/words/guides/guide';
import { callForFile } from '../../../client/call.ts';

/** A guide as a file. */
export const takeGuide = (guide: Guide, format: 'pdf' | 'docx') => callForFile(downloadGuide, { params: { guide }, query: { format } });
