import { at, type Faults, isObject, type Language, type Raw, ROOT } from '@parindex/core';
import { type Changes, changeCell, checkChanges, conflictsOf, type Origin, targetKey } from '@parindex/core/ledger/index';
import type { Acting } from '../../../audit/acting.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import type { ActDescription, EntryCommand } from '../act-description.ts';
import { appendToSheet, storedEntries } from '../append-to-sheet.ts';
import { asEntered, columnBefore, type Entering, isTheirs } from '../entering.ts';
import { refuseOutsideTime } from '../in-time.ts';
import type { OpenSheet } from '../open-sheet.ts';
import { presentSaved } from '../present-saved.ts';
import type { StoredEntry } from '../queries/sheets.ts';
import { type NewEntry, refuseUnseen, targetNamed, targetOf } from '../sent-entry.ts';

/**
 * The checked changes of each entry; undefined if the entry has faults or is stored already. Entries are applied in
 * order. If a department is assigned the target, the body must give a reason for entering something else.
 */
export function judgeEntries(open: OpenSheet, entering: Entering, raw: Raw, stored: ReadonlyMap<string, StoredEntry>, faults: Faults): (Changes | undefined)[] {
  const { edition, sheet } = open;
  const list = isObject(raw) && Array.isArray(raw['entries']) ? raw['entries'] : [];
  const standing = new Map(columnBefore(open.sheet, entering));
  const ids = new Set<string>();
  return list.map((entry, index) => {
    const path = at(ROOT, 'entries', index);
    if (!isObject(entry)) return undefined;
    const id = typeof entry['id'] === 'string' ? entry['id'].toLowerCase() : undefined;
    if (id !== undefined && ids.has(id)) faults.add('duplicateId', at(path, 'id'), { found: id });
    if (id !== undefined) ids.add(id);
    // A stored entry was judged when it first arrived, against the values of that time.
    if (id !== undefined && stored.has(id)) return undefined;
    refuseUnseen(entry['base'], sheet, path, faults);
    const target = targetNamed(entry, path, faults);
    if (!target) return undefined;
    const key = targetKey(target);
    if (entering.act === 'declare' && entry['reason'] === undefined && entering.assigned.assignedTargets.has(key))
      faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
    if (entry['changes'] === undefined) return undefined;
    const judged = checkChanges(edition.entryRules, target, standing.get(key)?.fields ?? {}, entry['changes'], 'claimed', path, faults);
    if (judged) standing.set(key, changeCell(standing.get(key), target, judged, sheet.seq + 1));
    return judged;
  });
}

/** The entries of a save that are stored already, by id. */
export function storedAmong(db: Reading, raw: Raw): Promise<ReadonlyMap<string, StoredEntry>> {
  const list = isObject(raw) && Array.isArray(raw['entries']) ? raw['entries'] : [];
  return storedEntries(
    db,
    list.flatMap((entry) => (isObject(entry) && typeof entry['id'] === 'string' && UUID.test(entry['id']) ? [entry['id'].toLowerCase()] : [])),
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An entry to declare, with its checked changes. */
export interface DeclareCommand extends EntryCommand {
  readonly judged: Changes | undefined;
}

/** What a body declares or a department proposes: in its time, within its assignment, over no field that others changed since. */
export function declaring(open: OpenSheet, entering: Entering, origin: Origin): ActDescription<DeclareCommand> {
  const { act } = entering;
  const before = columnBefore(open.sheet, entering);
  return {
    origin,
    admit: (commands, moment) => {
      const targets = commands.map(({ target }) => target);
      const others = targets.filter((target) => target && !isTheirs(entering, target));
      if (others.length > 0) throw new Problem('notInHand', { more: { targets: others } });
      refuseOutsideTime(open, targets, act, moment);
    },
    contentOf: ({ judged }) => ({ stage: 'claimed', standing: act === 'propose' ? 'proposed' : 'effective', changes: judged as Changes }),
    conflictsOf: ({ target, base }, { changes }) => (target ? conflictsOf(before.get(targetKey(target)), changes, base) : []),
    scored: (sheet) => asEntered(sheet, entering),
  };
}

/**
 * A body declares figures, answers, a justification, or that an item does not apply; or a department proposes it for its
 * part. All of a save is stored, or nothing. @param changes of each entry, as the scheme accepts them; undefined if it is
 * stored already
 */
export async function declare(
  acting: Acting,
  open: OpenSheet,
  entering: Entering,
  entries: readonly NewEntry[],
  changes: readonly (Changes | undefined)[],
  stored: ReadonlyMap<string, StoredEntry>,
  origin: Origin,
  language: Language,
) {
  const commands = entries.map(
    (entry, index): DeclareCommand => ({
      ...{ id: entry.id, act: entering.act, target: targetOf(entry), base: entry.base, changes: entry.changes, judged: changes[index] },
      ...(entry.reason === undefined ? {} : { reason: { code: null, text: entry.reason } }),
    }),
  );
  const appended = await appendToSheet(acting, open, commands, declaring(open, entering, origin), stored);
  return presentSaved(open, appended, commands, entering, language);
}
