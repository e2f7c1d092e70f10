import type { CitedHint } from '@parindex/core/review/index';
import type { Reading } from '../../db/transaction.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import type { LibraryView } from './library.ts';
import type { DocumentRow } from './queries/documents.ts';
import { listDocuments } from './queries/documents.ts';

const CLAIMED = 'claimed';

const nameOf = (row: DocumentRow, number: number): string => {
  const version = row.versions.find((each) => each.number === number);
  return version?.facts.number ?? version?.facts.subject ?? version?.file?.name ?? '—';
};

/** What documents that a body cites in its claim are called, as far as this reader may see them. */
export async function readCitedNames(db: Reading, { round, body }: SheetPlace, view: LibraryView): Promise<ReadonlyMap<string, string>> {
  const ids = view.citedDocuments();
  if (ids.length === 0) return new Map();
  const rows = await listDocuments(db, round, body, { key: undefined, ids, after: undefined, withdrawn: true });
  const named = await Promise.all(
    rows.map(async (row) => {
      const facts = (await view.present(row)).versions.at(-1)?.facts;
      return [row.id, facts?.number ?? facts?.subject] as const;
    }),
  );
  return new Map(named.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

/** Hints on the documents that a body cites in its claim, as far as this reader may see them. */
export async function readCitedHints(db: Reading, { round, body }: SheetPlace, view: LibraryView): Promise<CitedHint[]> {
  const ids = view.citedDocuments();
  if (ids.length === 0) return [];
  const rows = await listDocuments(db, round, body, { key: undefined, ids, after: undefined, withdrawn: true });
  const found: CitedHint[] = [];
  for (const row of rows.toReversed()) {
    const { versions, cited } = await view.present(row);
    for (const { kind, target, stage, version } of cited) {
      if (stage !== CLAIMED) continue;
      const hints = versions.find((each) => each.number === version)?.hints ?? [];
      for (const { code, message } of hints)
        found.push({ target: { kind, id: target }, document: row.id, name: nameOf(row, version), hint: code, text: message });
    }
  }
  return found;
}
