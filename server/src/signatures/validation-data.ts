import type { Certificate } from 'pkijs';
import { readCertificate } from './asn1.ts';
import type { PdfRevision } from './pdf-revision.ts';
import { asArray, asDictionary, PdfUnreadable, type PdfValue } from './pdf-values.ts';
import { type RevocationList, readRevocationList } from './revocation-list.ts';

/** Certificates and revocation lists that came along: they prove nothing by being there, only by who signed them. */
export interface ValidationData {
  readonly certificates: readonly Certificate[];
  readonly lists: readonly RevocationList[];
}

const MAX_STREAMS = 50;

/** What the file's validation data hold (DSS, ISO 32000-2, 12.8.4.3); what cannot be read is left out. */
export function readValidationData(revision: PdfRevision): ValidationData {
  const read = <T>(key: string, of: (raw: Buffer) => T | null): T[] => streamsOf(revision, key).flatMap((raw) => of(raw) ?? []);
  return { certificates: read('Certs', readCertificate).map(({ certificate }) => certificate), lists: read('CRLs', readRevocationList) };
}

function streamsOf(revision: PdfRevision, key: string): Buffer[] {
  const data = (value: PdfValue): Buffer[] => {
    const stream = revision.resolve(value);
    return stream !== null && typeof stream === 'object' && stream.is === 'stream' ? [revision.data(stream)] : [];
  };
  const list = orNothing(() => asArray(revision.resolve(asDictionary(revision.resolve(revision.catalog.entries.get('DSS')))?.entries.get(key))) ?? []);
  return list.slice(0, MAX_STREAMS).flatMap((value) => orNothing(() => data(value)));
}

function orNothing<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfUnreadable) return [];
    throw error;
  }
}
