import type { SheetScore } from '@parindex/core';
import { foldEntries, isRemark, type Sheet, type Stage } from '@parindex/core/ledger/index';
import type { Acting } from '../../audit/acting.ts';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { ActDescription, EntryCommand, EntryContent } from './act-description.ts';
import type { OpenSheet } from './open-sheet.ts';
import { findEntries, readLastSeq, type StoredEntry, setSheetState } from './queries/sheets.ts';
import { isRepeated } from './repeated.ts';
import { scoreStage } from './sheet.ts';
import { writeEntries } from './write-entries.ts';

/** A sheet with its new entries. */
export interface Appended {
  readonly sheet: Sheet;
  /** In the order of the commands. */
  readonly entries: readonly { readonly id: string; readonly seq: number; readonly replayed: boolean }[];
  readonly stage: Stage;
  /** Points at that stage. */
  score(): SheetScore;
}

/**
 * The only way into the ledger of a locked sheet: repeated commands get their original answer; new ones must be in time
 * and overwrite nobody's entry; then they are folded, scored and written, all or nothing. @param stored the entries
 * already stored under the commands' ids, if they were read before
 */
export async function appendToSheet<C extends EntryCommand>(
  acting: Acting,
  open: OpenSheet,
  commands: readonly C[],
  description: ActDescription<C>,
  stored?: ReadonlyMap<string, StoredEntry>,
): Promise<Appended> {
  const { place, edition, sheet, beside } = open;
  const ids = commands.map(({ id }) => id);
  const known = stored ?? (await storedEntries(acting.db, ids));
  const fresh = withoutRepeated(acting, open, commands, known);
  if (fresh.length > 0) description.admit(fresh, acting.receivedAt);
  const last = fresh.length > 0 ? await readLastSeq(acting.db, place) : sheet.seq;
  const entries = fresh.map((command, index) => ({ ...command, ...description.contentOf(command), seq: last + 1 + index, edition: edition.id }));
  refuseConflicts(sheet, entries, description);
  for (const entry of entries) description.judge?.(entry, entry);

  const after = foldEntries(sheet, entries);
  const stage = entries[0]?.stage ?? known.get(ids[0] ?? '')?.stage ?? 'claimed';
  let scored: SheetScore | undefined;
  const score = () => {
    scored ??= scoreStage(edition, place, description.scored?.(after) ?? after, stage, beside);
    return scored;
  };
  if (entries.length > 0) {
    const points = pointsOf(entries, score);
    await writeEntries(
      acting,
      open,
      after,
      entries.map((entry) => ({ ...entry, origin: description.origin, points: points(entry) })),
    );
  }
  if (after.state !== sheet.state) await setSheetState(acting.db, place.round, place.body, after.state);
  const seqs = new Map(entries.map(({ id, seq }) => [id, seq]));
  return {
    sheet: after,
    entries: ids.map((id) => ({ id, seq: seqs.get(id) ?? (known.get(id) as StoredEntry).seq, replayed: !seqs.has(id) })),
    stage,
    score,
  };
}

/** Entries that are already stored, by id. */
export const storedEntries = async (db: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, StoredEntry>> =>
  new Map((ids.length === 0 ? [] : await findEntries(db, ids)).map((entry) => [entry.id, entry]));

/** The commands that are new; an id that was used for something else is refused. */
function withoutRepeated<C extends EntryCommand>(
  { account }: Acting,
  { place: { round, body } }: OpenSheet,
  commands: readonly C[],
  stored: ReadonlyMap<string, StoredEntry>,
): C[] {
  return commands.filter((command) => {
    const entry = stored.get(command.id);
    if (entry && !isRepeated(entry, command, { round, body, account })) throw new Problem('idReused', { more: { id: command.id } });
    return !entry;
  });
}

/** Refuses what would overwrite something its sender has not seen; for the whole sheet, any later entry. */
function refuseConflicts<C extends EntryCommand>({ seq }: Sheet, entries: readonly (C & EntryContent)[], description: ActDescription<C>): void {
  if (entries.some(({ target, base }) => target === null && base !== seq)) throw new Problem('staleVersion', { more: { seq } });
  const conflicts = entries.flatMap((entry) => {
    const { id, target } = entry;
    return (description.conflictsOf?.(entry, entry) ?? []).map((conflict) => ({ entry: id, target, ...conflict }));
  });
  if (conflicts.length > 0) throw new Problem('conflict', { more: { seq, conflicts } });
}

/** The points that an entry on an item keeps for its history: for a claim if there are any, for a verdict always, for a remark never. */
function pointsOf(entries: readonly EntryCommand[], score: () => SheetScore) {
  const scores = entries.some(({ act, target }) => target?.kind === 'item' && !isRemark(act))
    ? new Map(score().result.items.map((item) => [item.code, item]))
    : undefined;
  return ({ act, target, stage }: EntryCommand & EntryContent): string | null => {
    const item = target?.kind === 'item' && !isRemark(act) ? scores?.get(target.id) : undefined;
    if (!item) return null;
    const settled = stage === 'claimed' ? item.state === 'scored' : item.state !== 'notAnswered';
    return settled ? item.points : null;
  };
}
