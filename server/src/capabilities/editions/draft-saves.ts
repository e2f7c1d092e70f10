import type { Language } from '@parindex/core';
import { type Writable, writeJson } from '@parindex/core/reading/write-json';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { readSaves } from './lay-steps.ts';
import { type SaveRow, savesAfter } from './queries/edition-changes.ts';

/** A save whose changes are known. */
export type StepsRow = SaveRow & { readonly changes: string };

/** Most saves that are joined with what somebody sends; who is further behind loads the draft anew. */
const MOST_SAVES = 500;

/** What was written of a draft since a version, or `staleVersion` where that is not known any more: texts were replaced, or too much was written. */
export async function savesSince(db: Reading, edition: string, since: number, version: number): Promise<StepsRow[]> {
  const rows = since < version ? await savesAfter(db, edition, since, MOST_SAVES) : [];
  const known = rows.filter((row): row is StepsRow => row.changes !== null);
  if (known.length !== version - since) throw new Problem('staleVersion', { more: { version } });
  return known;
}

/** Saves for a reader, as JSON text. */
export function presentSaves(rows: readonly StepsRow[], reader: string | null, language: Language): string {
  const saves = readSaves(rows.map(({ changes }) => changes));
  return writeJson(
    rows.flatMap(({ version, name, written_by, written_at }, index) =>
      (saves[index] ?? []).map(({ in: part, changes, told }) => ({
        ...{ in: part, changes: changes as unknown as Writable, told: told[language], version },
        ...{ by: name === null ? null : { name }, at: written_at.toISOString(), own: written_by === reader },
      })),
    ),
  );
}
