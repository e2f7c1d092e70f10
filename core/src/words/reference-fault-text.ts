import type { ReferenceFault } from '../evidence/references.ts';
import { EVIDENCE_PHRASES } from './evidence-phrases.ts';
import { type Language, quote } from './language.ts';

/** What is wrong with a part of a pasted list of documents, as one sentence; the line is told by whoever shows it. */
export function referenceFaultText({ code, found }: ReferenceFault, language: Language): string {
  return EVIDENCE_PHRASES[language].reference[code](quote(found));
}
