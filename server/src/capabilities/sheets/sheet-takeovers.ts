import { inLanguage, type Language, schemeNames } from '@parindex/core';
import type { sheetTakeovers } from '@parindex/core/contracts/schemas/index';
import { foldSheet } from '@parindex/core/ledger/index';
import { type TargetTaken, takeoverChanges } from '@parindex/core/ledger/takeover-changes';
import { fieldName } from '@parindex/core/words/entry-words';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { findEdition } from '../editions/queries/editions.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import type { SheetPlace } from './queries/sheets.ts';
import { readLedger, readTakeovers } from './queries/takeovers.ts';
import { foldable, takeoversOf } from './rebuild.ts';

/** What each later edition changed for a sheet, by the entries that its reader sees. */
export async function readSheetTakeovers(
  db: Reading,
  { round, body, type }: SheetPlace,
  language: Language,
): Promise<z.output<typeof sheetTakeovers>['takeovers']> {
  const rows = await readTakeovers(db, round);
  if (rows.length === 0) return [];
  const entries = (await readLedger(db, round, body)).map(foldable);
  const takeovers = takeoversOf(rows, body);
  const answers = [];
  for (const [index, { number, from, to, documentNumber, documentDate, performedAt }] of rows.entries()) {
    const takeover = takeovers[index] as (typeof takeovers)[number];
    const before = foldSheet(
      entries.filter(({ seq }) => seq <= takeover.after),
      takeovers.slice(0, index),
    );
    const [old, now] = [await editionOf(db, from), await editionOf(db, to)];
    const present = presentTaken(old, now, language);
    answers.push({
      ...{ number, from, to },
      document: { number: documentNumber, date: documentDate },
      performedAt: performedAt.toISOString(),
      changes: takeoverChanges(before, takeover, old.scheme, now.scheme, type).map(present),
    });
  }
  return answers;
}

/** An adopted edition of the round's past. */
async function editionOf(db: Reading, id: string): Promise<ReadyEdition> {
  const row = await findEdition(db, id);
  if (!row?.hash) throw new Error(`edition ${id} took part in a takeover and is not adopted`);
  return readyEdition(db, row.id, row.hash);
}

const presentTaken = (old: ReadyEdition, now: ReadyEdition, language: Language) => {
  const [before, after] = [schemeNames(old.scheme, language), schemeNames(now.scheme, language)];
  const named = (names: typeof before, kind: TargetTaken['kind'], id: string | null) =>
    id === null ? null : { code: id, title: kind === 'item' ? (inLanguage(names.item(id)?.title, language) ?? id) : names.figureTitle(id) };
  return ({ kind, changes, held, again, ...codes }: TargetTaken) => ({
    kind,
    before: named(before, kind, codes.before),
    after: named(after, kind, codes.after),
    changes: [...changes],
    held: [...held],
    again: again.map(({ stage, fields }) => ({ stage, fields: fields.map((field) => fieldName({ kind, id: codes.after as string }, field, after)) })),
  });
};
