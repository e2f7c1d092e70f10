import type { ContradictionCode } from '../evidence/contradictions.ts';
import type { FileNameFault } from '../evidence/file-name.ts';
import type { PageRemark } from '../evidence/first-page.ts';
import type { PagesRefusal } from '../evidence/pages.ts';
import type { PersonalDataKind } from '../evidence/personal-data.ts';
import type { ReferenceFaultCode } from '../evidence/references.ts';
import type { SecretLevel } from '../evidence/secret-marks.ts';

type Details = Readonly<Record<string, string>>;

/** What is said of documents that are evidence, in one language. */
export interface EvidencePhrases {
  /** Days in the details are written for people already. */
  readonly contradiction: Readonly<Record<ContradictionCode, (details: Details) => string>>;
  /** What is wrong with a part of a pasted list of documents; the part in quotes. */
  readonly reference: Readonly<Record<ReferenceFaultCode, (found: string) => string>>;
  readonly page: Readonly<Record<PageRemark, string>>;
  readonly typedPages: Readonly<Record<PagesRefusal, string>>;
  readonly fileName: Readonly<Record<FileNameFault, string>>;
  /** The mark as it stands on documents. */
  readonly secretLevel: Readonly<Record<SecretLevel, string>>;
  /** Why a document with a mark does not come in; the mark in quotes. */
  secretMark(level: string): string;
  readonly personalData: Readonly<Record<PersonalDataKind, (page: string, count: string) => string>>;
}
