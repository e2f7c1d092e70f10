import { type FieldValue, type FoldedEntry, foldSheet, type Sheet, STAGES, type Takeover } from '@parindex/core/ledger/index';
import type { Reading } from '../../db/transaction.ts';
import type { CellRow, PartRow } from './queries/sheets.ts';
import { type LedgerRow, readLedger, readTakeovers, type TakeoverRow } from './queries/takeovers.ts';

/** The key in a payload for the reason of the act, which is not a field. */
const ACT_REASON = 'reason.text';

/** An entry for the fold: its texts come from the payload; an erased one stays empty. */
export function foldable({ seq, act, stage, standing, edition, kind, target, changes, texts, content }: LedgerRow): FoldedEntry {
  const all: Record<string, FieldValue> = { ...(changes as Record<string, FieldValue>) };
  for (const field of texts) all[field] = (content?.[field] as FieldValue | undefined) ?? null;
  delete all[ACT_REASON];
  return { seq, act, stage, standing, edition, target: kind === null || target === null ? null : { kind, id: target }, changes: all };
}

/** The takeovers of a round in relation to one sheet; one without entries was empty at each. */
export const takeoversOf = (rows: readonly TakeoverRow[], body: string): Takeover[] =>
  rows.map(({ from, to, mapping: { items, figures, sheets } }) => ({ from, to, items, figures, ...(sheets[body] ?? { after: 0, dropped: [] }) }));

/** A sheet from its entries and the round's takeovers alone: what its cells must equal. */
export async function rebuildSheet(db: Reading, round: string, body: string, takeovers?: readonly Takeover[]): Promise<Sheet> {
  const entries = await readLedger(db, round, body);
  return foldSheet(entries.map(foldable), takeovers ?? takeoversOf(await readTakeovers(db, round), body));
}

/** A sheet after one of its entries, under its present edition. */
export async function sheetAfter(db: Reading, round: string, body: string, seq: number): Promise<Sheet> {
  const entries = (await readLedger(db, round, body)).filter((entry) => entry.seq <= seq);
  return foldSheet(entries.map(foldable), takeoversOf(await readTakeovers(db, round), body));
}

/** The stored parts of a sheet that are assigned to departments. */
export const partsOf = ({ parts }: Pick<Sheet, 'parts'>): PartRow[] =>
  [...parts.values()].map(({ target: { kind, id }, fields, seqs, standing, seq }) => ({
    target_kind: kind,
    target: id,
    fields: { ...fields },
    seqs: { ...seqs },
    standing,
    seq,
  }));

/** What has changed in a sheet, by identity: the fold leaves untouched cells the same object. */
export function changedIn(before: Sheet, after: Sheet): Pick<Sheet, 'columns' | 'parts'> {
  const changed = <C>(from: ReadonlyMap<string, C>, to: ReadonlyMap<string, C>) => new Map([...to].filter(([key, one]) => from.get(key) !== one));
  return {
    columns: Object.fromEntries(STAGES.map((stage) => [stage, changed(before.columns[stage], after.columns[stage])])) as unknown as Sheet['columns'],
    parts: changed(before.parts, after.parts),
  };
}

/** A sheet's cells as stored. */
export const cellsOf = ({ columns }: Pick<Sheet, 'columns'>): CellRow[] =>
  STAGES.flatMap((stage) =>
    [...columns[stage].values()].map(({ target: { kind, id }, fields, seqs }) => ({
      stage,
      target_kind: kind,
      target: id,
      fields: { ...fields },
      seqs: { ...seqs },
    })),
  );
