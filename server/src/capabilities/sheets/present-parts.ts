import { figuresOf } from '@parindex/core';
import { type Decider, outcomeOf, refusalOfSubmission } from '@parindex/core/assignments/index';
import { type Part, type Target, targetKey, targetOfKey } from '@parindex/core/ledger/index';
import type { Membership } from '@parindex/core/rights/index';
import { decidersOf, isMine, type SheetAssignments } from './assigned.ts';
import type { OpenSheet } from './open-sheet.ts';
import type { SheetPlace } from './queries/sheets.ts';
import { partsSeen, seesPart } from './within-the-body.ts';

/** What somebody may decide on a part in its present state. */
function decisionsOpen(
  assigned: SheetAssignments,
  place: Pick<SheetPlace, 'body' | 'roundState'>,
  target: Target,
  part: Part | undefined,
  memberships: readonly Membership[],
) {
  if (place.roundState === 'closed') return [];
  const deciders = decidersOf(assigned, place, target, memberships);
  const can = (act: 'accept' | 'return', byDocument: boolean, as: (by: Decider) => boolean) =>
    deciders.some(({ by }) => as(by) && !('refused' in outcomeOf({ act, by, byDocument }, part, assigned.chain)));
  const accepts = can('accept', false, (by) => by !== 'body');
  // Who can decide on it themselves has nobody to submit it to.
  const submits = !accepts && isMine(assigned, target, memberships);
  return [
    ...(accepts ? ['accept' as const] : []),
    ...(can('return', false, () => true) ? ['return' as const] : []),
    ...(can('accept', true, (by) => by === 'body') ? ['recordDocument' as const] : []),
    ...(part?.standing !== 'reviewed' && can('accept', false, (by) => by === 'body') ? ['review' as const] : []),
    ...(submits && !refusalOfSubmission('submit', part) ? ['submit' as const] : []),
    ...(submits && !refusalOfSubmission('recall', part) ? ['recall' as const] : []),
  ];
}

/** The assigned parts of a sheet as one person sees them: all, or those with these keys. */
export function presentParts(
  assigned: SheetAssignments,
  { place, edition, sheet }: OpenSheet,
  memberships: readonly Membership[],
  keys?: ReadonlyMap<string, unknown>,
) {
  const wanted = keys ? [...assigned.assignedTargets].filter(([key]) => keys.has(key)) : [...assigned.assignedTargets];
  if (wanted.length === 0) return [];
  const seen = partsSeen(assigned, place, memberships);
  const comesWith = new Map(assigned.assignments.map(({ now }) => [now, now.kind === 'item' ? figuresOf(edition.prepared, now.id) : new Set<string>()]));
  return wanted.map(([key, holders]) => {
    const [part, counting] = [sheet.parts.get(key), sheet.columns.claimed.get(key)];
    const target = targetOfKey(key);
    const giving = assigned.assignments.filter(
      ({ now, to }) => holders.has(to.id) && (targetKey(now) === key || (target.kind === 'figure' && comesWith.get(now)?.has(target.id))),
    );
    const shown = seesPart(seen, target);
    const due = giving.flatMap((assignment) => assignment.due ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0];
    return {
      ...target,
      to: [...new Map(giving.map(({ to }) => [to.id, to])).values()],
      byItself: giving.some(({ now }) => targetKey(now) === key),
      mine: isMine(assigned, target, memberships),
      due: due?.toISOString() ?? null,
      note: (shown && giving.find(({ note }) => note !== null)?.note) || null,
      standing: part?.standing ?? null,
      proposed: { fields: (shown && part?.fields) || {}, seqs: (shown && part?.seqs) || {} },
      counting: { fields: counting?.fields ?? {}, seqs: counting?.seqs ?? {} },
      decides: decisionsOpen(assigned, place, target, part, memberships),
    };
  });
}
