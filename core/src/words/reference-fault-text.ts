import type { ReferenceFault } from '../evidence/references.ts';
import { type Language, PHRASES } from './index.ts';

/** What is wrong with a part of a pasted list of documents, as one sentence; the line is told by whoever shows it. */
export function referenceFaultText({ code, found }: ReferenceFault, language: Language): string {
  const { evidence, quote } = PHRASES[language];
  return evidence.reference[code](quote(found));
}
