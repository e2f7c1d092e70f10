import { displayDate } from '../quantity/display.ts';
import type { LegalBasis, Scheme } from '../scheme/types.ts';
import { inLanguage, type Language, PHRASES } from './index.ts';

/** What the number of a document tells of its kind: that of the State after "/", that of the Party before it. */
const KINDS = [
  [/^\d\S*\/QĐ-\S+$/u, 'decision'],
  [/^\d\S*-QĐ\/TU$/u, 'regulation'],
  [/^\d\S*(?:\/NQ-|-NQ\/)\S+$/u, 'resolution'],
  [/^\d+\/(?!KH|TT|TB|BC|CT|HD)[A-ZĐ]+-[A-ZĐ&]+$/u, 'officialLetter'],
] as const;

/** A legal basis as a citation: "Quyết định số 876/QĐ-BNV ngày 10/11/2022"; a number that tells no kind stays as it is. */
export function legalBasisText({ number, date }: LegalBasis, language: Language): string {
  const { legalBasis } = PHRASES[language];
  const kind = KINDS.find(([form]) => form.test(number))?.[1];
  const cited = kind ? legalBasis[kind](number) : number;
  return date === undefined ? cited : legalBasis.dated(cited, displayDate(date));
}

/** What a note of free form says, if it is a text in languages. */
const noteText = (note: unknown, language: Language): string | undefined => inLanguage(note as { vi?: string; en?: string } | undefined, language);

/** The same with its issuer and subject; that its date is not known is said. Its note is for those who keep the scheme. */
export function legalBasisInFull(basis: LegalBasis, language: Language): string {
  const full = [legalBasisText(basis, language), inLanguage(basis.title, language)].filter((part) => part !== undefined).join(' ');
  return basis.date === undefined ? PHRASES[language].legalBasis.dateUnknown(full) : full;
}

/** From when an edition holds, in a sentence, and what is not known of it. */
export function validityText({ validity }: Scheme, language: Language): string | undefined {
  if (!validity) return undefined;
  const { validity: words } = PHRASES[language];
  const [from, to] = [displayDate(validity.from), validity.to && displayDate(validity.to)];
  return [to ? words.fromTo(from, to) : words.from(from), noteText(validity.note, language)].filter((part) => part !== undefined).join(' ');
}
