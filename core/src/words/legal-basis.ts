import { displayDate } from '../quantity/display.ts';
import type { LegalBasis } from '../scheme/types.ts';
import { type Language, PHRASES } from './index.ts';

/** What the number of a document tells of its kind: that of the State after "/", that of the Party before it. */
const KINDS = [
  [/^\d\S*\/QĐ-\S+$/u, 'decision'],
  [/^\d\S*-QĐ\/TU$/u, 'regulation'],
  [/^\d\S*(?:\/NQ-|-NQ\/)\S+$/u, 'resolution'],
] as const;

/** A legal basis as a citation: "Quyết định số 876/QĐ-BNV ngày 10/11/2022"; a number that tells no kind stays as it is. */
export function legalBasisText({ number, date }: LegalBasis, language: Language): string {
  const { legalBasis } = PHRASES[language];
  const kind = KINDS.find(([form]) => form.test(number))?.[1];
  const cited = kind ? legalBasis[kind](number) : number;
  return date === undefined ? cited : legalBasis.dated(cited, displayDate(date));
}
