import type { Contradiction } from '../evidence/contradictions.ts';
import { displayDate } from '../quantity/display.ts';
import { EVIDENCE_PHRASES } from './evidence-phrases.ts';
import type { Language } from './language.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What in a document does not fit, as one sentence for those who decide; days as dd/mm/yyyy. */
export function contradictionText({ code, details }: Contradiction, language: Language): string {
  const shown = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, DAY.test(value) ? displayDate(value) : value]));
  return EVIDENCE_PHRASES[language].contradiction[code](shown);
}
