import type { roundDocument, roundDocumentList, roundFile } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { findRoundFiles, type RoundDocumentRow, type RoundFileRow, readMadeLetters, readRoundDocuments } from './queries/round-documents.ts';

export const presentRoundFile = ({ id, name, kind, bytes, sha256, scanned, broughtAt }: RoundFileRow): z.output<typeof roundFile> => ({
  ...{ id, name, kind, bytes, sha256, scanned },
  broughtAt: broughtAt.toISOString(),
});

/** Files by their ids, in the order of a list that names them. */
export async function presentFilesOf(db: Reading, ids: readonly string[]): Promise<(wanted: readonly string[]) => z.output<typeof roundFile>[]> {
  const files = new Map((ids.length === 0 ? [] : await findRoundFiles(db, ids)).map((file) => [file.id, presentRoundFile(file)]));
  return (wanted) => wanted.flatMap((id) => files.get(id) ?? []);
}

/** Documents of a round with their versions; of a withdrawn one that it existed. */
export async function presentRoundDocuments(db: Reading, rows: readonly RoundDocumentRow[]): Promise<z.output<typeof roundDocument>[]> {
  const filesOf = await presentFilesOf(
    db,
    rows.flatMap(({ versions }) => versions.flatMap(({ files }) => files)),
  );
  return rows.map(({ id, kind, withdrawnAt, versions }) => ({
    id,
    kind,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    versions: versions.map(({ files, madeAt, ...version }) => ({
      ...version,
      files: withdrawnAt ? [] : filesOf(files),
      madeAt: madeAt.toISOString(),
    })),
  }));
}

/** All documents of a round, and the letters of urging that were made in it, as far as the reader may see them. */
export async function presentDocumentList(db: Reading, round: string): Promise<z.output<typeof roundDocumentList>> {
  const letters = await readMadeLetters(db, round);
  const filesOf = await presentFilesOf(
    db,
    letters.map(({ id }) => id),
  );
  return {
    documents: await presentRoundDocuments(db, await readRoundDocuments(db, round)),
    letters: letters.flatMap(({ id, bodies, madeBy }) => filesOf([id]).map((file) => ({ file, bodies, madeBy }))),
  };
}
