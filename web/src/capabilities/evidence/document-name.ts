import { searchKey } from '@parindex/core/text/search-key';
import type { Language } from '@parindex/core/words/index';
import type { DocumentFile, DocumentVersion, LibraryDocument } from './queries/documents.ts';
import { citationTexts } from './texts/citations.ts';
import { oneDocumentTexts } from './texts/document.ts';

/** A version as it is cited; the newest where no number is given, undefined where there is none such. */
export const versionOf = ({ versions }: LibraryDocument, number?: number): DocumentVersion | undefined =>
  number === undefined ? versions[0] : versions.find((version) => version.number === number);

type Named = Pick<LibraryDocument, 'form'> & Partial<Pick<LibraryDocument, 'held' | 'gone'>>;

/** What people call a document: its number and date, else its subject, else its file; of one that is closed or gone, that it is. */
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

/** The head of its page; one without a name of its own is called a document already. */
export function documentTitle(document: LibraryDocument, language: Language): string {
  const { held, gone, secretMail, unnamed } = citationTexts[language];
  const name = documentName(document, document.versions[0], language);
  return [held, gone.removed, gone.purged, secretMail, unnamed].includes(name) ? name : oneDocumentTexts[language].title(name);
}

/** What stands beside its name: its subject, else its file. */
export function documentMore({ facts, file }: DocumentVersion): string {
  if (facts.number === null) return facts.subject === null ? '' : (file?.name ?? '');
  return facts.subject ?? file?.name ?? '';
}

/** By which letters a document is found: number, issuer, subject, file name of any version; one that has none of them by what it is called. */
export function documentSearchText({ form, versions }: LibraryDocument, language: Language): string {
  const told = versions.flatMap(({ facts, file }) => [facts.number, facts.issuer, facts.subject, file?.name]);
  return searchKey([form === 'secretMail' ? citationTexts[language].secretMail : '', ...told].filter(Boolean).join(' '));
}

/** Whether the bytes can be had at present. */
export const isReadable = ({ state }: Pick<DocumentFile, 'state'>): boolean => state === 'readable' || state === 'unscanned';
