import type { RoundDocumentKind } from '@parindex/core/contracts/schemas/index';
import type { Reading } from '../../db/transaction.ts';
import { findRoundFiles, type RoundFileRow, readRoundDocuments } from './queries/round-documents.ts';

/** A document that a round stands on, in the version to read. */
export interface GroundDocument {
  readonly id: string;
  readonly kind: RoundDocumentKind;
  readonly version: number;
  readonly number: string;
  /** Calendar day, yyyy-mm-dd. */
  readonly date: string;
  /** The agency that issued it. */
  readonly issuer: string;
  /** What it is about (trích yếu). */
  readonly subject: string;
  /** Their bytes lie in the store under `reportKey(sha256)`. */
  readonly files: readonly RoundFileRow[];
}

/** What a report, a letter or an archive names as its grounds, and files. */
export interface Grounds {
  /** The decision that issues the plan; null where none was added. */
  readonly plan: GroundDocument | null;
  /** Letters of guidance, in the order of their dates. */
  readonly guidance: readonly GroundDocument[];
  /** Decisions on extensions and exclusions. */
  readonly decisions: readonly GroundDocument[];
}

/** What a round stands on: the newest version of each document that was not withdrawn. For whoever has a part in the round. */
export async function readGrounds(db: Reading, round: string): Promise<Grounds> {
  const documents = (await readRoundDocuments(db, round)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const files = await findRoundFiles(
    db,
    documents.flatMap(({ versions }) => versions[0]?.files ?? []),
  );
  const inForce = documents
    .flatMap(({ id, kind, versions: [newest] }): GroundDocument[] => {
      if (!newest) return [];
      const { version, number, date, issuer, subject } = newest;
      return [{ id, kind, version, number, date, issuer, subject, files: newest.files.flatMap((wanted) => files.find((file) => file.id === wanted) ?? []) }];
    })
    .toSorted((one, other) => one.date.localeCompare(other.date) || one.id.localeCompare(other.id));
  const of = (kind: RoundDocumentKind) => inForce.filter((document) => document.kind === kind);
  return { plan: of('plan')[0] ?? null, guidance: of('guidance'), decisions: of('decision') };
}
