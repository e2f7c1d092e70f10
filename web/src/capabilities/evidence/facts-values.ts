import { contradictions } from '@parindex/core/evidence/contradictions';
import { documentNumberKey } from '@parindex/core/evidence/document-number';
import { contradictionText } from '@parindex/core/words/contradiction-text';
import type { Language } from '@parindex/core/words/index';
import { today } from '../../kit/words/day.ts';
import type { DocumentVersion } from './queries/documents.ts';

export type Facts = DocumentVersion['facts'];

/** The facts in the form: an empty text is none. */
export interface FactsValues {
  readonly number: string;
  readonly date: string | undefined;
  readonly issuer: string;
  readonly subject: string;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
}

export const typedOf = ({ number, date, issuer, subject, validFrom, validTo }: Facts): FactsValues => ({
  number: number ?? '',
  date: date ?? undefined,
  issuer: issuer ?? '',
  subject: subject ?? '',
  validFrom: validFrom ?? undefined,
  validTo: validTo ?? undefined,
});

/** As the API expects them. */
export const factsOf = ({ number, date, issuer, subject, validFrom, validTo }: FactsValues): Facts => ({
  number: number.trim() || null,
  date: date ?? null,
  issuer: issuer.trim() || null,
  subject: subject.trim() || null,
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
});

/** Whether two numbers are equal except for diacritics, capitals and spaces. */
export const isSameNumber = (one: string, other: string): boolean => documentNumberKey(one) === documentNumberKey(other);

/** Contradictions in a version's facts, entered or stored: among themselves, with the first page, with the assessed year if known. */
export function hintsFor(facts: Facts, { proposed, file }: Pick<DocumentVersion, 'proposed' | 'file'>, year: number | undefined, language: Language): string[] {
  const context = { year: year ?? 0, item: '', bodyNames: [], citedLastYear: [], today: today() };
  const found = contradictions({ ...facts, read: proposed, sha256: file?.sha256 ?? null }, context);
  const ofYear = ['issuedAfterYear', 'issuedBeforeValidFrom', 'expired', 'expiresWithinYear'];
  return found.filter(({ code }) => year !== undefined || !ofYear.includes(code)).map((one) => contradictionText(one, language));
}
