import { affectedItems, at, type Faults, isObject, type Language, NumberToken, type Path, type Raw, ROOT, sheetTotal } from '@parindex/core';
import { type Act, type Changes, changeCell, checkChanges, conflictsOf, type Origin, type Sheet, type Target, targetKey } from '@parindex/core/ledger/index';
import { allows, DECLARING, isOpen } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { refuseOutsideReopening } from '../../submissions/reopened.ts';
import { calendarOf } from '../calendar.ts';
import { columnBefore, type Entering, isTheirs } from '../entering.ts';
import type { OpenSheet } from '../open-sheet.ts';
import { presentItem } from '../present.ts';
import { type CellRow, findEntries, type StoredEntry } from '../queries/sheets.ts';
import { partsAfter } from '../rebuild.ts';
import { scoreStage } from '../sheet.ts';
import { isSaidAgain } from './replay.ts';
import { writeEntries } from './write-entries.ts';

export interface NewEntry {
  readonly id: string;
  readonly item?: string | undefined;
  readonly figure?: string | undefined;
  readonly base: number;
  readonly changes: Readonly<Record<string, unknown>>;
  /** Why; of the act itself. */
  readonly reason?: string | undefined;
}

export const targetOf = ({ item, figure }: Pick<NewEntry, 'item' | 'figure'>): Target =>
  item === undefined ? { kind: 'figure', id: figure as string } : { kind: 'item', id: item };

/**
 * What the scheme says to the changes of each entry; undefined where that one has faults, or is stored already. The entries lie
 * over each other in their order. Where a department has it in hand, the body says why it enters something else.
 */
export function judgeEntries(open: OpenSheet, entering: Entering, raw: Raw, stored: ReadonlyMap<string, StoredEntry>, faults: Faults): (Changes | undefined)[] {
  const { edition, sheet } = open;
  const list = isObject(raw) && Array.isArray(raw['entries']) ? raw['entries'] : [];
  const standing = new Map([...columnBefore(open.sheet, entering)].map(([key, { fields }]) => [key, fields]));
  const ids = new Set<string>();
  return list.map((entry, index) => {
    const path = at(ROOT, 'entries', index);
    if (!isObject(entry)) return undefined;
    const id = typeof entry['id'] === 'string' ? entry['id'].toLowerCase() : undefined;
    if (id !== undefined && ids.has(id)) faults.add('duplicateId', at(path, 'id'), { found: id });
    if (id !== undefined) ids.add(id);
    // What is stored was judged when it came first, by what stood there then.
    if (id !== undefined && stored.has(id)) return undefined;
    refuseUnseen(entry['base'], sheet, path, faults);
    const target = targetNamed(entry, path, faults);
    if (!target) return undefined;
    const key = targetKey(target);
    if (entering.act === 'declare' && entry['reason'] === undefined && entering.hands.inHand.has(key))
      faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
    if (entry['changes'] === undefined) return undefined;
    const judged = checkChanges(edition.door, target, standing.get(key) ?? {}, entry['changes'], 'claimed', path, faults);
    if (judged) standing.set(key, changeCell({ target, fields: standing.get(key) ?? {}, seqs: {} }, target, judged, 0).fields);
    return judged;
  });
}

const standingOf = (act: Entering['act']) => (act === 'propose' ? 'proposed' : 'effective');

/** Nobody has seen what is not there yet: a base beyond the last entry would go under every conflict. */
export function refuseUnseen(base: Raw | undefined, { seq }: Pick<Sheet, 'seq'>, path: Path, faults: Faults): void {
  if (base instanceof NumberToken && Number(base.text) > seq) faults.add('outOfRange', at(path, 'base'), { found: base.text, expected: `≤ ${seq}` });
}

/** The one item or figure that an entry is about. */
export function targetNamed({ item, figure }: Readonly<Record<string, Raw>>, path: Path, faults: Faults): Target | undefined {
  if (typeof item === 'string' && figure === undefined) return { kind: 'item', id: item };
  if (typeof figure === 'string' && item === undefined) return { kind: 'figure', id: figure };
  if (item === undefined && figure === undefined) faults.add('missingKey', at(path, 'item'), { key: 'item | figure' });
  else if (item !== undefined && figure !== undefined) faults.add('notAllowedHere', at(path, 'figure'), { key: 'figure' });
  return undefined;
}

/** Refuses a body's change outside its time: before opening, after closing, or once the figures are frozen. */
export function refuseOutsideTime({ place, edition, sheet }: OpenSheet, targets: readonly (Target | null)[], act: Act, moment: Date): void {
  if (place.roundState !== 'open') throw new Problem('notNow', { more: { round: place.roundState } });
  if (!allows(sheet.state, act)) throw new Problem('sheetFrozen');
  // A reopening with an end of its own needs no step that is open.
  if (refuseOutsideReopening(place, edition, targets, moment)) return;
  const calendar = calendarOf(place);
  const steps = calendar.steps.filter(({ step }) => DECLARING.includes(step));
  const closed = targets.filter(
    (target) => !steps.some((times) => isOpen(times, calendar.extensions, place.body, target?.kind === 'item' ? target.id : null, moment.getTime())),
  );
  if (closed.length === 0) return;
  const last = steps.at(-1);
  throw new Problem('stepClosed', {
    more: {
      steps: steps.map(({ step, opens, closes }) => ({ step, opens: new Date(opens).toISOString(), closes: new Date(closes).toISOString() })),
      targets: closed,
      receivedAt: moment.toISOString(),
    },
    ...(last ? {} : { detail: { vi: 'Kỳ đánh giá chưa có bước tự đánh giá.', en: 'The round has no step of self-assessment.' } }),
  });
}

/** The entries of a save that are stored already, by id. */
export async function storedAmong(db: Reading, raw: Raw): Promise<ReadonlyMap<string, StoredEntry>> {
  const list = isObject(raw) && Array.isArray(raw['entries']) ? raw['entries'] : [];
  const ids = list.flatMap((entry) => (isObject(entry) && typeof entry['id'] === 'string' && UUID.test(entry['id']) ? [entry['id'].toLowerCase()] : []));
  return new Map((ids.length === 0 ? [] : await findEntries(db, ids)).map((entry) => [entry.id, entry]));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells what comes again from what is new; an id that was used for something else is refused. */
function seqsOfReplays(
  acting: Acting,
  { place }: OpenSheet,
  act: Act,
  entries: readonly NewEntry[],
  stored: ReadonlyMap<string, StoredEntry>,
): Map<number, number> {
  const replays = new Map<number, number>();
  entries.forEach((entry, index) => {
    const found = stored.get(entry.id);
    if (!found) return;
    const target = targetOf(entry);
    const said = {
      round: place.round,
      body: place.body,
      account: acting.account,
      act,
      kind: target.kind,
      target: target.id,
      base: entry.base,
      changes: entry.changes,
      ...(entry.reason === undefined ? {} : { reason: { code: null, text: entry.reason } }),
    };
    if (!isSaidAgain(found, said)) throw new Problem('idReused', { more: { id: entry.id } });
    replays.set(index, found.seq);
  });
  return replays;
}

/**
 * A body declares: figures, answers, justification, or that an item does not apply; or a department proposes it for its part.
 * All of a save is kept, or nothing.
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
  const { place, edition, sheet, beside } = open;
  const { act } = entering;
  const replays = seqsOfReplays(acting, open, act, entries, stored);
  const fresh = entries.flatMap((entry, index) => (replays.has(index) ? [] : [{ entry, index, target: targetOf(entry), changes: changes[index] as Changes }]));
  let seqs: number[] = [];
  let column = columnBefore(open.sheet, entering);
  if (fresh.length > 0) {
    const targets = fresh.map(({ target }) => target);
    const others = targets.filter((target) => !isTheirs(entering, target));
    if (others.length > 0) throw new Problem('notInHand', { more: { targets: others } });
    refuseOutsideTime(open, targets, act, acting.receivedAt);
    const conflicts = fresh.flatMap(({ entry, target, changes: wanted }) =>
      conflictsOf(column.get(targetKey(target)), wanted, entry.base).map((conflict) => ({ entry: entry.id, target, ...conflict })),
    );
    if (conflicts.length > 0) throw new Problem('conflict', { more: { seq: sheet.seq, conflicts } });
    const after = new Map(column);
    fresh.forEach(({ target, changes: wanted }, position) => {
      after.set(targetKey(target), changeCell(after.get(targetKey(target)), target, wanted, sheet.seq + position + 1));
    });
    column = after;
  }
  const score = scoreStage(edition, place, { ...sheet, columns: { ...sheet.columns, claimed: column } }, 'claimed', beside);
  const pointsOf = new Map(score.result.items.map((item) => [item.code, item]));
  if (fresh.length > 0) {
    const touched = new Map(fresh.map(({ target }) => [targetKey(target), target]));
    const cells = [...touched.values()].map((target): CellRow => {
      const cell = column.get(targetKey(target));
      return { stage: 'claimed', target_kind: target.kind, target: target.id, fields: { ...cell?.fields }, seqs: { ...cell?.seqs } };
    });
    seqs = await writeEntries(
      acting,
      { round: place.round, body: place.body, edition: edition.id, seq: sheet.seq },
      fresh.map(({ entry, target, changes: wanted }) => ({
        id: entry.id,
        target,
        act,
        stage: 'claimed',
        standing: standingOf(act),
        base: entry.base,
        changes: wanted,
        points: target.kind === 'item' && pointsOf.get(target.id)?.state === 'scored' ? (pointsOf.get(target.id)?.points ?? null) : null,
        origin,
        ...(entry.reason === undefined ? {} : { reason: { code: null, text: entry.reason } }),
      })),
      act === 'declare' ? cells : [],
      partsAfter(
        sheet,
        edition.id,
        fresh.map(({ target, changes: wanted }) => ({ act, target, changes: wanted })),
      ),
    );
  } else acting.recorded += 1; // Nothing was written: what is answered was recorded when it came first.
  const seqOf = new Map(fresh.map(({ index }, position) => [index, seqs[position] as number]));
  const affected = affectedItems(
    edition.prepared,
    fresh.map(({ target }) => target),
  );
  return {
    seq: sheet.seq + fresh.length,
    entries: entries.map(({ id }, index) => ({ id, seq: replays.get(index) ?? (seqOf.get(index) as number), replayed: replays.has(index) })),
    items: score.result.items.filter(({ code }) => affected.has(code)).map((item) => presentItem(score, item, language)),
    total: sheetTotal(score.result),
  };
}
