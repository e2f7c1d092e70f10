import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Index } from '../scoring/result.ts';

/** Where a body stood. */
export interface Place {
  readonly index: Index | null;
  readonly rank: number | null;
}

/** A body that stands elsewhere than before. */
export interface Mover<T> {
  readonly of: T;
  readonly before: Place;
  readonly after: Place;
  /** Places gained; negative: lost. null where either is without one. */
  readonly places: number | null;
}

const indexOf = ({ index }: Place): Rational | null => index && exact.fromFraction(index.exact);

/** How far a body moved: by places, then by the index. */
function wayOf<T>({ before, after, places }: Mover<T>) {
  const [was, is] = [indexOf(before), indexOf(after)];
  return { places: places ?? 0, index: was && is ? exact.subtract(is, was) : exact.zero };
}

/**
 * Who rose and who fell most, in places and then in the index, farthest first; who stands where it stood, by both, is left out.
 * @param standingOf where a body stood before and stands after; null where either is not known
 * @param most of each
 */
export function moversOf<T>(
  bodies: readonly T[],
  standingOf: (body: T) => { readonly before: Place; readonly after: Place } | null,
  most: number,
): { readonly rose: readonly Mover<T>[]; readonly fell: readonly Mover<T>[] } {
  const movers = bodies.flatMap((of) => {
    const standing = standingOf(of);
    if (!standing) return [];
    const { before, after } = standing;
    const mover: Mover<T> = { of, before, after, places: before.rank === null || after.rank === null ? null : before.rank - after.rank };
    return [{ mover, way: wayOf(mover) }];
  });
  const sign = ({ way }: (typeof movers)[number]) => Math.sign(way.places) || exact.compare(way.index, exact.zero);
  const ordered = movers.toSorted((a, b) => b.way.places - a.way.places || exact.compare(b.way.index, a.way.index));
  return {
    rose: ordered.flatMap((one) => (sign(one) > 0 ? [one.mover] : [])).slice(0, most),
    fell: ordered
      .toReversed()
      .flatMap((one) => (sign(one) < 0 ? [one.mover] : []))
      .slice(0, most),
  };
}
