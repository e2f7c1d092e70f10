import type { Changes, Target } from '@parindex/core/ledger/entry';
import type { ProblemAnswer } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';

/** The last known conflict of a field: its present value, and the entry it is from. */
export interface OtherValue {
  readonly field: string;
  readonly theirs: Changes[string];
  readonly seq: number;
}

/** A change made on this device that the server has not confirmed yet. */
export interface Pending extends SheetKey {
  /** The order in which changes were made on this device. */
  readonly order: number;
  /** The entry's permanent id, by which the server recognises a repetition. */
  readonly id: string;
  /** The author; only their own session sends it. */
  readonly account: string;
  readonly target: Target;
  readonly changes: Changes;
  /** From a workbook; absent if it was entered on the page. */
  readonly origin?: 'import';
  /** Why the body enters something other than the department that is assigned the target. */
  readonly reason?: string;
  /** The last seq that the person saw. */
  readonly base: number;
  /** Changes of the target that had not arrived and that the person saw. */
  readonly saw: readonly string[];
  /** The window in which it was made. */
  readonly window: string;
  readonly madeAt: string;
  /** It may have reached the server, so from now on it is never changed, only answered. */
  readonly sent: boolean;
  /** late: entered after the deadline; refused: with the server's reason. */
  readonly standing: 'waiting' | 'conflict' | 'late' | 'refused';
  readonly theirs: readonly OtherValue[];
  readonly problem: ProblemAnswer | null;
}

export type NewPending = Omit<Pending, 'order'>;

/** What a person has before them who begins to change a target. */
export type Seen = Pick<Pending, 'base' | 'saw'>;

/** Whether the author of a change knew another one: it was made in the same window, or stood there before their eyes. */
export const knew = (change: Pick<Pending, 'saw' | 'window'>, other: { readonly id: string; readonly window: string }): boolean =>
  other.window === change.window || change.saw.includes(other.id);

/** A text in a field that is no change yet. */
export interface Draft {
  readonly text: string;
  /** The change it makes, where it can be read and is valid: made once the field is left or rests, or its window has closed. */
  readonly change: NewPending | null;
  /** What its author saw when typing began; null if not known. */
  readonly seen: Seen | null;
  /** The window in which it was typed; null if not known. */
  readonly window: string | null;
}

export const sameTarget = (a: Target, b: Target): boolean => a.kind === b.kind && a.id === b.id;

/** Changes without some fields; undefined if none is left. */
export function without(changes: Changes, fields: ReadonlySet<string>): Changes | undefined {
  const kept = Object.entries(changes).filter(([field]) => !fields.has(field));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A change without some fields; undefined if none is left. Where the person has chosen for all that was in conflict, the rest waits to be sent. */
export function withoutFields(entry: Pending, fields: ReadonlySet<string>): Pending | undefined {
  const changes = without(entry.changes, fields);
  if (!changes) return undefined;
  const theirs = entry.theirs.filter(({ field }) => !fields.has(field));
  return { ...entry, changes, theirs, standing: entry.standing === 'conflict' && theirs.length === 0 ? 'waiting' : entry.standing };
}

/** The changes to the store that add a new edit to the waiting ones. */
export interface Placing {
  readonly put: readonly (Pending | NewPending)[];
  readonly remove: readonly Pending[];
}

/**
 * Adds a new change of a target. It is merged into one that waits and was never sent, if its author knew that one, both are
 * based on the same sheet or it replaces the same fields, and for the same reason; it replaces fields that were refused, late or in conflict;
 * otherwise it is appended. `before` are all pending changes of the sheet, in order.
 */
export function placeChange(before: readonly Pending[], change: NewPending): Placing {
  const fields = new Set(Object.keys(change.changes));
  const ofTarget = before.filter(({ target }) => sameTarget(target, change.target));
  const put: Pending[] = [];
  const remove: Pending[] = [];
  for (const stuck of ofTarget.filter((one) => one.standing !== 'waiting' && knew(change, one))) {
    if (!Object.keys(stuck.changes).some((field) => fields.has(field))) continue;
    const left = withoutFields(stuck, fields);
    if (left) put.push(left);
    else remove.push(stuck);
  }
  const newest = ofTarget.filter(({ standing }) => standing === 'waiting').at(-1);
  // Changes of another origin or reason stay separate entries, and keep their order.
  const last = newest && newest.origin === change.origin && newest.reason === change.reason && knew(change, newest) ? newest : undefined;
  const saysAnew = last && [...fields].every((field) => field in last.changes);
  if (last && !last.sent && (last.base === change.base || saysAnew)) {
    // It is another change now: whoever saw the one before has not seen this.
    const { id, window } = change;
    put.push({ ...last, id, window, saw: [...new Set([...last.saw, ...change.saw])], changes: { ...last.changes, ...change.changes } });
  } else return { put: [...put, change], remove };
  return { put, remove };
}

/**
 * How many changes of one sheet, from the first on, are sent in one request: of one origin, and none that writes over another
 * unseen. The server takes what comes in one request as known to whoever sends it.
 */
export function sentTogether(waiting: readonly Pending[], most: number): number {
  const next = waiting.slice(0, most);
  const end = next.findIndex(
    (change, index) => change.origin !== next[0]?.origin || next.slice(0, index).some((before) => overlaps(change, before) && !knew(change, before)),
  );
  return end < 0 ? next.length : end;
}

const overlaps = (a: Pending, b: Pending): boolean => sameTarget(a.target, b.target) && Object.keys(a.changes).some((field) => field in b.changes);
