import { REFUSED_IN_NAMES, readFileName } from '@parindex/core/evidence/file-name';
import { EVIDENCE_PHRASES } from '@parindex/core/words/evidence-phrases';
import type { Language } from '@parindex/core/words/index';
import { formatBytes } from '../../kit/words/format.ts';
import type { DocumentList } from './queries/documents.ts';
import { uploadTexts } from './texts/uploads.ts';

/** A chosen file with all reasons not to send it, and its corrected name if different. */
export interface JudgedFile {
  readonly file: File;
  readonly faults: readonly string[];
  readonly keptAs: string | null;
}

/** The same file chosen twice. */
export const isSameFile = (one: File, other: File): boolean => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** Checks names and sizes before uploading, by the server's rules; the content is inspected there. */
export function judgeFiles(files: readonly File[], { usedBytes, mostBytes, mostFileBytes }: DocumentList['quota'], language: Language): JudgedFile[] {
  const texts = uploadTexts[language];
  let free = mostBytes - usedBytes;
  return files.map((file) => {
    const { faults: ofName, safe, name } = readFileName(file.name);
    const faults = ofName.filter((fault) => REFUSED_IN_NAMES.includes(fault)).map((fault) => EVIDENCE_PHRASES[language].fileName[fault]);
    if (file.size === 0) faults.push(texts.emptyFile);
    if (file.size > mostFileBytes) faults.push(texts.tooLarge(formatBytes(mostFileBytes, language)));
    else if (file.size > free) faults.push(texts.noRoom(formatBytes(Math.max(0, free), language)));
    if (faults.length === 0) free -= file.size;
    return { file, faults, keptAs: faults.length === 0 && safe !== name ? safe : null };
  });
}
