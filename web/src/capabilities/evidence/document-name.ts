import { searchKey } from '@parindex/core/text/search-key';
import type { Language } from '@parindex/core/words/index';
import type { DocumentFile, DocumentVersion, LibraryDocument } from './queries/documents.ts';
import { citationTexts } from './texts/citations.ts';

/** The cited version; the newest without a number, undefined if there is none. */
export const versionOf = ({ versions }: LibraryDocument, number?: number): DocumentVersion | undefined =>
  number === undefined ? versions[0] : versions.find((version) => version.number === number);

type Named = Pick<LibraryDocument, 'form'> & Partial<Pick<LibraryDocument, 'held' | 'gone'>>;

/** A document's display name: number and date, otherwise subject, otherwise file name; a restricted or erased one shows that state. */
export function documentName({ form, held = false, gone = null }: Named, version: DocumentVersion | undefined, language: Language): string {
  const texts = citationTexts[language];
  if (held) return texts.held;
  const { number, date, subject } = version?.facts ?? { number: null, date: null, subject: null };
  if (number !== null) return texts.numbered(number, date);
  if (gone) return texts.gone[gone.why];
  const name = subject ?? version?.file?.name;
  if (name !== undefined && name !== '—') return name;
  return form === 'secretMail' ? texts.secretMail : texts.unnamed;
}

/** Shown beside the name: the subject, otherwise the file name. */
export function documentMore({ facts, file }: DocumentVersion): string {
  if (facts.number === null) return facts.subject === null ? '' : (file?.name ?? '');
  return facts.subject ?? file?.name ?? '';
}

/** The text that a document is searched by: number, issuer, subject, file name of any version; otherwise its display name. */
export function documentSearchText({ form, versions }: LibraryDocument, language: Language): string {
  const told = versions.flatMap(({ facts, file }) => [facts.number, facts.issuer, facts.subject, file?.name]);
  return searchKey([form === 'secretMail' ? citationTexts[language].secretMail : '', ...told].filter(Boolean).join(' '));
}

/** Whether the bytes are available now. */
export const isReadable = ({ state }: Pick<DocumentFile, 'state'>): boolean => state === 'readable' || state === 'unscanned';
