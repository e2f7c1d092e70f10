import * as editions from '@parindex/core/contracts/editions';
import { ANY_FILE } from '@parindex/core/contracts/media-types';
import { schemeFileQuery } from '@parindex/core/contracts/schemas/editions';
import { call } from '../../../client/call.ts';
import { limitsOf } from '../../../client/limits.ts';
import type { Answer } from '../../../client/request.ts';

export type SchemeFilePreview = Answer<'schemeFilePreview'>;
export type PreviewPart = SchemeFilePreview['parts'][number];

/** A table of criteria as it is read; nothing is stored. */
export const previewSchemeFile = (file: File): Promise<SchemeFilePreview> => call(editions.previewSchemeFile, { file: { content: file, type: ANY_FILE } });

interface DraftOfFile {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  readonly rules: string;
  readonly ownerBody: string | undefined;
}

/** Makes a draft of a file that was seen. */
export const draftSchemeFile = (file: File, wanted: DraftOfFile) =>
  call(editions.draftSchemeFile, {
    query: { ...wanted, name: file.name.slice(0, limitsOf(schemeFileQuery).name.maxLength) },
    file: { content: file, type: ANY_FILE },
  });
