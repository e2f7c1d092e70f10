import type { PartStanding } from '../ledger/index.ts';
import { standingOfAll } from './standing-of-all.ts';

interface StandingPart {
  readonly kind: 'item' | 'figure';
  readonly standing: PartStanding | null;
}

/** How far departments have come with an item, by the parts of it that are assigned to them. */
export function standingAt(parts: readonly StandingPart[]): PartStanding | null {
  const item = parts.find(({ kind }) => kind === 'item');
  const [first, ...others] = item ? [item, ...parts.filter((part) => part !== item)] : parts;
  // Of figures alone the whole is no further than the one that is least far.
  const least = item ? first : (parts.find(({ standing }) => standing === null) ?? first);
  return standingOfAll(
    least?.standing ?? null,
    others.map(({ standing }) => standing),
  );
}
