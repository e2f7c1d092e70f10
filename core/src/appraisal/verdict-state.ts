import type { RunningItem } from '../ranking/running-sheet.ts';

/**
 * How far an item's appraisal is: nobody has decided (waiting); as claimed (accepted) or otherwise (changed); that nothing arose was
 * confirmed, or refused (decision 0065).
 */
export const VERDICT_STATES = ['waiting', 'accepted', 'changed', 'confirmed', 'refused'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

/**
 * The state of an item by what its body claims and what stands after the last verdict on it.
 * @param decided whether there is a verdict on the item itself; one on a figure that it uses changes its points and decides nothing
 */
export function verdictState(claimed: RunningItem, now: RunningItem, decided: boolean): VerdictState {
  if (!decided) return 'waiting';
  if (claimed.state === 'claimed') return now.state === 'notApplicable' ? 'confirmed' : 'refused';
  return now.state === claimed.state && now.points === claimed.points && now.maximum === claimed.maximum ? 'accepted' : 'changed';
}

/** Whether an item waits for its appraiser's word: whatever the body has answered or left open, as 0 is a verdict too; not what does not count for it. */
export const isAppraised = ({ state }: Pick<RunningItem, 'state'>): boolean => state !== 'notApplicable';
