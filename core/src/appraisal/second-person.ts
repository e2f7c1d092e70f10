import type { Standing } from '../ledger/entry.ts';
import * as exact from '../quantity/rational.ts';
import type { FractionText } from '../scoring/result.ts';

/**
 * What may become of a verdict that waits for a second person, by whom, and whether it counts then. The database holds that
 * the first is not the second (app.decides_proposed_verdict).
 */
export const SECOND_ACTS = {
  accept: { by: 'another', standing: 'effective' },
  return: { by: 'another', standing: 'proposed' },
  recall: { by: 'author', standing: 'proposed' },
} as const satisfies Readonly<Record<string, { readonly by: 'another' | 'author'; readonly standing: Standing }>>;
export type SecondAct = keyof typeof SECOND_ACTS;
export const SECOND_ACT_NAMES = Object.keys(SECOND_ACTS) as [SecondAct, ...SecondAct[]];

/** What somebody may do with a verdict that waits: its author takes it back, another person of the same body confirms or returns it. */
export const secondActsOf = (isAuthor: boolean): readonly SecondAct[] =>
  SECOND_ACT_NAMES.filter((act) => SECOND_ACTS[act].by === (isAuthor ? 'author' : 'another'));

/** An item as far as it can be moved: what it has of what it could have. */
export interface Scored {
  readonly code: string;
  readonly points: FractionText;
  readonly maximum: FractionText;
}

/** What an item lost: so that one which leaves the maximum has moved by what it did not have. */
const lost = ({ points, maximum }: Scored): exact.Rational => exact.subtract(exact.fromFraction(maximum), exact.fromFraction(points));

/**
 * The items that a verdict moves by more than the round's threshold, from what the body claims or from what stands: these need
 * a second person. What it leaves as it stands, nobody need confirm.
 * @param over the threshold in points, a number text; null: one person decides
 */
export function movedTooFar(over: string | null, claimed: readonly Scored[], now: readonly Scored[], after: readonly Scored[]): string[] {
  if (over === null) return [];
  const most = exact.fromText(over);
  const [claimedBy, nowBy] = [claimed, now].map((items) => new Map(items.map((item) => [item.code, lost(item)])));
  const far = (from: exact.Rational | undefined, to: exact.Rational) => from !== undefined && exact.compare(exact.absolute(exact.subtract(to, from)), most) > 0;
  return after.flatMap((item) => {
    const to = lost(item);
    const from = nowBy?.get(item.code);
    if (from !== undefined && exact.compare(from, to) === 0) return [];
    return far(from, to) || far(claimedBy?.get(item.code), to) ? [item.code] : [];
  });
}
