import { type Citation, readCitation } from '@parindex/core/evidence/citation';
import { pagesText } from '@parindex/core/evidence/pages';
import type { Target } from '@parindex/core/ledger/entry';
import { CITATIONS } from '@parindex/core/ledger/fields';
import { Faults } from '@parindex/core/reading/faults';
import { ROOT } from '@parindex/core/reading/path';
import type { FormField } from '@parindex/core/rules/answer-form';
import type { Language } from '@parindex/core/words/index';
import { documentName, versionOf } from '../evidence/document-name.ts';
import type { LibraryDocument } from '../evidence/queries/documents.ts';
import { citationTexts } from '../evidence/texts/citations.ts';

/** The citations of an item or figure as a field like any other; no rule asks for it. */
export const citationsField = (target: Target, sharedWith: readonly string[] = []): FormField => ({
  target,
  field: CITATIONS,
  use: 'justification',
  entry: { kind: 'checks', options: [] },
  title: null,
  required: false,
  cases: null,
  level: null,
  sharedWith,
});

/** A parsed citation; undefined if it is invalid. */
export const readCited = (text: string): Citation | undefined => readCitation(text, ROOT, new Faults());

/** Documents of a library by their ids. */
export type Documents = ReadonlyMap<string, LibraryDocument>;

/** A place in a document: "trang 3-5, 9; mục “II.2”"; empty if the whole document is cited. */
export function placeWords({ pages = [], section, table }: Citation['place'], language: Language): string {
  const texts = citationTexts[language];
  return [
    pages.length === 0 ? '' : texts.pages(pagesText(pages).replaceAll(',', ', ')),
    section === undefined ? '' : texts.section(section),
    table === undefined ? '' : texts.table(table),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** A citation for people: the document's name, its version if there are several, and the place. */
export function citationWords(text: string, documents: Documents, language: Language): string {
  const texts = citationTexts[language];
  const citation = readCited(text);
  const document = citation && documents.get(citation.document);
  if (!citation) return text;
  const name = document ? documentName(document, versionOf(document, citation.version), language) : texts.unknown;
  const version = document && document.versions.length === 1 ? '' : texts.version(citation.version);
  return [name, version, placeWords(citation.place, language)].filter((part) => part !== '').join(', ');
}
