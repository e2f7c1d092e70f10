import { documentNumberKey } from './document-number.ts';
import type { FirstPage } from './first-page.ts';
import { mayBeIssuer } from './issuer.ts';

/**
 * Contradictions of a document: within itself, with the year, or with earlier citations. Hints, never faults: people
 * decide. The sentences are in the phrases, under `evidence.contradiction`.
 */
export const CONTRADICTIONS = [
  'noDate',
  'dateInFuture',
  'issuedAfterYear',
  'issuedBeforeValidFrom',
  'validBeforeIssued',
  'expired',
  'expiresWithinYear',
  'otherNumber',
  'otherDate',
  'otherIssuer',
  'sameFileLastYear',
  'sameNumberLastYear',
] as const;
export type ContradictionCode = (typeof CONTRADICTIONS)[number];

export interface Contradiction {
  readonly code: ContradictionCode;
  /** What the sentence needs; days as yyyy-mm-dd. */
  readonly details: Readonly<Record<string, string>>;
}

/** A document as it was entered, and what its first page says. Days as yyyy-mm-dd; null where not known. */
export interface DocumentFacts {
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly read: FirstPage | null;
  readonly sha256: string | null;
}

/** Where the document is to be cited. */
export interface CitingContext {
  /** The year that is assessed. */
  readonly year: number;
  readonly item: string;
  /** The names of the body and its organs. */
  readonly bodyNames: readonly string[];
  readonly citedLastYear: readonly { readonly sha256: string | null; readonly documentNumberKey: string | null; readonly year: number }[];
  /** yyyy-mm-dd */
  readonly today: string;
}

/** All contradictions, in the order of `CONTRADICTIONS`. Unknown values never contradict. */
export function contradictions(document: DocumentFacts, context: CitingContext): Contradiction[] {
  const found = [...ofDates(document, context), ...ofPage(document, context), ...ofLastYear(document, context)];
  return found.toSorted((a, b) => CONTRADICTIONS.indexOf(a.code) - CONTRADICTIONS.indexOf(b.code));
}

function* ofDates({ date, validFrom, validTo }: DocumentFacts, { year, today }: CitingContext): Iterable<Contradiction> {
  const [firstDay, lastDay] = [`${year}-01-01`, `${year}-12-31`];
  if (date === null) yield { code: 'noDate', details: {} };
  else {
    if (date > today) yield { code: 'dateInFuture', details: { date, today } };
    if (date > lastDay) yield { code: 'issuedAfterYear', details: { date, year: String(year) } };
    // Validity usually begins after the day of issue, within the year.
    if (validFrom !== null && date < validFrom && validFrom > lastDay)
      yield { code: 'issuedBeforeValidFrom', details: { date, validFrom, year: String(year) } };
    if (validFrom !== null && validFrom < date) yield { code: 'validBeforeIssued', details: { date, validFrom } };
  }
  if (validTo !== null && validTo < firstDay) yield { code: 'expired', details: { validTo, year: String(year) } };
  // The last day of the year is where a yearly plan ends.
  else if (validTo !== null && validTo < lastDay) yield { code: 'expiresWithinYear', details: { validTo, year: String(year) } };
}

function* ofPage({ number, date, issuer, read }: DocumentFacts, { bodyNames }: CitingContext): Iterable<Contradiction> {
  if (!read) return;
  if (number !== null && read.number && documentNumberKey(number) !== documentNumberKey(read.number.value))
    yield { code: 'otherNumber', details: { entered: number, page: read.number.value } };
  if (date !== null && read.date && date !== read.date.value) yield { code: 'otherDate', details: { entered: date, page: read.date.value } };
  const page = read.issuer;
  if (!page) return;
  if (issuer !== null && !mayBeIssuer(issuer, page)) yield { code: 'otherIssuer', details: { entered: issuer, page: page.value } };
  else if (bodyNames.length > 0 && !bodyNames.some((name) => mayBeIssuer(name, page)))
    yield { code: 'otherIssuer', details: { body: bodyNames[0] as string, page: page.value } };
}

function* ofLastYear({ number, sha256, read }: DocumentFacts, { year, item, citedLastYear }: CitingContext): Iterable<Contradiction> {
  const told = (before: number) => ({ before: String(before), year: String(year), item });
  const file = citedLastYear.find((cited) => cited.sha256 !== null && cited.sha256 === sha256);
  if (file) yield { code: 'sameFileLastYear', details: told(file.year) };
  const written = number ?? read?.number?.value;
  const key = written === undefined ? undefined : documentNumberKey(written);
  const same = citedLastYear.find((cited) => cited.documentNumberKey !== null && cited.documentNumberKey === key);
  // The same file has the same number, so this would be reported twice.
  if (same && !file) yield { code: 'sameNumberLastYear', details: { ...told(same.year), number: written as string } };
}
