import type { PartStanding } from '../ledger/part.ts';

/** What still asks for an act, what does so first standing first. */
const WAITING: readonly PartStanding[] = ['returned', 'entered', 'passed'];

/**
 * How far an item has come together with the figures that came to a department with it; null where nothing was
 * entered yet, or not all that was is approved.
 * @param own of the item itself
 */
export function standingOfAll(own: PartStanding | null, figures: readonly (PartStanding | null)[]): PartStanding | null {
  const all = [own, ...figures];
  const waiting = WAITING.find((standing) => all.includes(standing));
  if (waiting !== undefined || own === null) return waiting ?? null;
  if (all.includes('changed')) return 'changed';
  return all.includes('approved') ? 'approved' : own;
}
