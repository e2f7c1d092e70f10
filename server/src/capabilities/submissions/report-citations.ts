import { Faults, ROOT } from '@parindex/core';
import { readCitation } from '@parindex/core/evidence/citation';
import type { ReportContent } from '@parindex/core/submissions/report-content';
import { numberWithKind } from '../../documents/citing.ts';
import { inWords } from '../../documents/document.ts';
import { citedPlace } from '../evidence/cited-places.ts';

/** A version of a document as its library describes it; null where it says nothing. */
export interface NamedDocument {
  readonly number: string | null;
  /** yyyy-mm-dd. */
  readonly date: string | null;
  readonly issuer: string | null;
  /** Trích yếu. */
  readonly subject: string | null;
  readonly name: string | null;
  /** It holds personal data: a report goes to more readers than may see it, so it is named by number and date alone. */
  readonly withheld: boolean;
}

/** Cited versions by "document/version". */
export type NamedDocuments = ReadonlyMap<string, NamedDocument>;

/** The version that a citation names, as "document/version". */
export function citedVersion(citation: string): string {
  const read = readCitation(citation, ROOT, new Faults());
  return read ? `${read.document}/${read.version}` : citation;
}

/** Stands where the subject of a document with personal data would. */
export const WITHHELD_SUBJECT = 'Tài liệu có dữ liệu cá nhân';

/** What a document is about, by its subject or its file's name; undefined where its library says nothing. */
export function subjectText({ subject, name, withheld }: NamedDocument): string | undefined {
  return withheld ? WITHHELD_SUBJECT : (subject ?? name ?? undefined);
}

/** A document within a cell: "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023"; without a number by its subject, or its file's name. */
export function documentText(document: NamedDocument | undefined): string {
  if (!document) return 'Tài liệu không còn trong kho';
  const { number, date } = document;
  if (number === null) return subjectText(document) ?? 'Tài liệu không ghi số, ký hiệu';
  return [numberWithKind(number), ...(date === null ? [] : [inWords(date)])].join(' ');
}

/** Citations a line each, every document with all its cited places: "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023 (trang 3-5, mục II.2)". */
export function citationsText(citations: readonly string[], documents: NamedDocuments): string {
  const places = new Map<string, string[]>();
  for (const citation of citations) {
    const version = citedVersion(citation);
    places.set(version, [...(places.get(version) ?? []), citedPlace(citation)]);
  }
  return [...places].map(([version, where]) => `${documentText(documents.get(version))} (${where.join('; ')})`).join(';\n');
}

/** A cited document with the items that it proves, each with the place. */
export interface ListedDocument {
  readonly document: NamedDocument | undefined;
  readonly proves: string;
}

/** Every cited document once, in the order of the items. */
export function listedDocuments({ domains }: ReportContent, documents: NamedDocuments): ListedDocument[] {
  const uses = new Map<string, string[]>();
  for (const { criteria } of domains)
    for (const { rows } of criteria)
      for (const { code, citations } of rows)
        for (const citation of citations) {
          const version = citedVersion(citation);
          uses.set(version, [...(uses.get(version) ?? []), `${code} (${citedPlace(citation)})`]);
        }
  return [...uses].map(([version, proves]) => ({ document: documents.get(version), proves: proves.join('; ') }));
}
