import type { Changes, Target } from '@parindex/core/ledger/entry';
import type { ProblemAnswer } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';

/** Field by field what was last known of a refusal: what stands there now, and since which entry. */
export interface OtherValue {
  readonly field: string;
  readonly theirs: Changes[string];
  readonly seq: number;
}

/** A change made on this device that the server has not confirmed yet. */
export interface Pending extends SheetKey {
  /** The order in which changes were made on this device. */
  readonly order: number;
  /** The entry's id, for ever: what arrives twice is recognised by it. */
  readonly id: string;
  /** Who made it; nobody else's session sends it. */
  readonly account: string;
  readonly target: Target;
  readonly changes: Changes;
  /** Out of a workbook; none where it was entered on the page. */
  readonly origin?: 'import';
  /** Why a body enters something else than the department that has it in hand. */
  readonly reason?: string;
  /** The last seq that the person had before their eyes. */
  readonly base: number;
  readonly madeAt: string;
  /** It may have reached the server: from then on it is never altered, only answered. */
  readonly sent: boolean;
  /** late: it came when nothing is taken any more; refused: the server says why. */
  readonly standing: 'waiting' | 'conflict' | 'late' | 'refused';
  readonly theirs: readonly OtherValue[];
  readonly problem: ProblemAnswer | null;
}

export type NewPending = Omit<Pending, 'order'>;

export const sameTarget = (a: Target, b: Target): boolean => a.kind === b.kind && a.id === b.id;

/** Changes without some of their fields; undefined where none is left. */
export function without(changes: Changes, fields: ReadonlySet<string>): Changes | undefined {
  const kept = Object.entries(changes).filter(([field]) => !fields.has(field));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** What the store has to do so that a new change takes its place among those that wait. */
export interface Placing {
  readonly put: readonly (Pending | NewPending)[];
  readonly remove: readonly Pending[];
}

/**
 * A new change of a target. It goes into one that waits and was never sent, where both saw the same sheet or it says the
 * same fields anew, for the same reason; it takes the place of what was refused, late or in conflict in its fields; else it stands at the end.
 * `before` are all pending changes of the sheet, in their order.
 */
export function placeChange(before: readonly Pending[], change: NewPending): Placing {
  const fields = new Set(Object.keys(change.changes));
  const ofTarget = before.filter(({ target }) => sameTarget(target, change.target));
  const put: Pending[] = [];
  const remove: Pending[] = [];
  let base = change.base;
  for (const stuck of ofTarget.filter(({ standing }) => standing !== 'waiting')) {
    const left = without(stuck.changes, fields);
    if (left === stuck.changes || Object.keys(left ?? {}).length === Object.keys(stuck.changes).length) continue;
    // Both versions stood side by side: whoever writes now has seen the other's.
    for (const { field, seq } of stuck.theirs) if (fields.has(field)) base = Math.max(base, seq);
    if (left) put.push({ ...stuck, changes: left, theirs: stuck.theirs.filter(({ field }) => !fields.has(field)) });
    else remove.push(stuck);
  }
  const newest = ofTarget.filter(({ standing }) => standing === 'waiting').at(-1);
  // What came another way, or for another reason, stays an entry of its own; and nothing goes ahead of it.
  const last = newest?.origin === change.origin && newest?.reason === change.reason ? newest : undefined;
  const saysAnew = last && [...fields].every((field) => field in last.changes);
  if (last && !last.sent && (last.base === base || saysAnew)) put.push({ ...last, changes: { ...last.changes, ...change.changes } });
  else return { put: [...put, { ...change, base }], remove };
  return { put, remove };
}
