import type { documentAnswer, FileState } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { HintsOf } from './hints.ts';
import { holdsPersonalData } from './personal-data.ts';
import type { CitedRow, DocumentRow, VersionRow } from './queries/documents.ts';

/** What determines what a reader of a library sees. */
export interface Reader {
  /** Whether a scanner is configured: without one, files are readable and marked as not scanned. */
  readonly scans: boolean;
  /** Whether they may see documents with personal data that these items and figures cite, or something that is said of them. */
  seesPersonal(cited: readonly Pick<CitedRow, 'kind' | 'target'>[]): boolean;
  /** Whether they may describe this document and bring a new version of it. */
  changes(document: string): boolean;
}

type Answer = z.output<typeof documentAnswer>;

/** Whether the bytes of a version can be read, and if not, why. */
export function fileState({ scan, gone }: Pick<NonNullable<VersionRow['file']>, 'scan' | 'gone'>, scans: boolean): FileState {
  if (scan === 'infected') return 'infected';
  if (gone) return 'gone';
  if (scan === 'clean') return 'readable';
  return scans ? 'waitingForScan' : 'unscanned';
}

/** Whether somebody may read the bytes, pages and search hits of a version in this state. */
export const isReadable = (state: FileState): boolean => state === 'readable' || state === 'unscanned';

/** Where each document is cited. */
export function citedBy(cells: readonly CitedRow[]): ReadonlyMap<string, Answer['cited']> {
  const found = new Map<string, Answer['cited']>();
  for (const { kind, target, stage, citations } of cells)
    for (const citation of citations) {
      const [document = '', version = ''] = citation.split(/[/?]/, 2);
      const places = found.get(document) ?? [];
      places.push({ kind, target, stage, version: Number(version), citation });
      found.set(document, places);
    }
  return found;
}

const WITHHELD = '—';

function presentVersion(row: VersionRow, scans: boolean, withheld: boolean, hints: Answer['versions'][number]['hints']): Answer['versions'][number] {
  const { file, ...version } = row;
  const hidden = { facts: { ...version.facts, subject: null, issuer: null }, proposed: null, hints: [] };
  if (!file) return { ...version, file: null, hints, ...(withheld ? hidden : {}) };
  const { scan, gone, ...shown } = file;
  const state = fileState({ scan, gone }, scans);
  if (!withheld) return { ...version, file: { ...shown, state }, hints };
  return {
    ...version,
    ...hidden,
    file: { ...shown, name: WITHHELD, state: 'withheld', findings: [], signatures: [] },
  };
}

/** A document as a reader may see it; of versions with personal data, those who do not work on its items only see that they exist. */
export function presentDocument(
  { round, body, ...row }: DocumentRow,
  reader: Reader,
  cited: Answer['cited'],
  hintsOf: HintsOf,
  saidWith: readonly Pick<CitedRow, 'kind' | 'target'>[] = [],
): Answer {
  const sees = !row.personalData || reader.seesPersonal([...cited, ...saidWith]);
  const hints = !sees || row.form === 'secretMail' || row.gone ? () => [] : hintsOf;
  const present = (version: VersionRow) => presentVersion(version, reader.scans, !sees && holdsPersonalData(row, version), hints(version, cited));
  return { ...row, versions: row.versions.map(present), cited: [...cited], changeable: !row.byAppraiser && reader.changes(row.id) };
}
