import type { PartStanding } from '../ledger/part.ts';

/** Standings by urgency, most urgent first. */
const WAITING: readonly PartStanding[] = ['returned', 'entered', 'submitted', 'passed'];

/**
 * The standing of an item together with the figures assigned with it; null if nothing was entered yet, or not everything
 * entered is approved. @param own of the item itself
 */
export function standingOfAll(own: PartStanding | null, figures: readonly (PartStanding | null)[]): PartStanding | null {
  const all = [own, ...figures];
  const waiting = WAITING.find((standing) => all.includes(standing));
  if (waiting !== undefined || own === null) return waiting ?? null;
  if (all.includes('changed')) return 'changed';
  return all.includes('approved') ? 'approved' : own;
}
