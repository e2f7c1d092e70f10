import { counts, targetKey, targetOfKey } from '@parindex/core/ledger/index';
import type { AwaitingApproval } from '@parindex/core/review/index';
import type { SheetAssignments } from '../sheets/assigned.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';

/** Parts that do not count yet, or still need the review of the body's chain; of figures that come with an item, only those that wait. */
export function awaitingApproval(
  { assignedTargets: assigned, assignments, chain }: SheetAssignments,
  { parts }: Pick<OpenSheet['sheet'], 'parts'>,
): AwaitingApproval[] {
  const names = new Map(assignments.map(({ to }) => [to.id, to.name]));
  const given = new Set(assignments.map(({ now }) => targetKey(now)));
  return [...assigned].flatMap(([key, holders]): AwaitingApproval[] => {
    const part = parts.get(key);
    const waits = counts(part) ? chain.review && part?.standing !== 'reviewed' : given.has(key) || part !== undefined;
    return waits ? [{ target: targetOfKey(key), departments: [...holders].map((body) => names.get(body) ?? body), standing: part?.standing ?? null }] : [];
  });
}
