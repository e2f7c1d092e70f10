import type { Piece } from '../appraisal/person-shares.ts';
import { chanceOf } from '../appraisal/seeded.ts';
import { hashOf } from '../reading/normal-form.ts';

const byPlace = (a: Piece, b: Piece): number => (a.body === b.body ? (a.item < b.item ? -1 : Number(a.item > b.item)) : a.body < b.body ? -1 : 1);

/** The hash of the list that is drawn from: bodies and items in the order of their codes. */
export const hashOfPieces = (pieces: readonly Piece[]): string => hashOf(pieces.toSorted(byPlace).map(({ body, item }) => [body, item]));

/**
 * A sample without replacement, each piece with the same chance: those whose numbers by the seed are the lowest. Whoever has list and seed works it out again.
 * In the order of the list's codes, which tells nothing of the draw.
 */
export function drawPieces(pieces: readonly Piece[], seed: string, count: number): Piece[] {
  const numbered = pieces.toSorted(byPlace).map((piece) => ({ piece, number: chanceOf(seed, [piece.item, piece.body]) }));
  return numbered
    .toSorted((a, b) => a.number - b.number)
    .slice(0, count)
    .map(({ piece }) => piece)
    .toSorted(byPlace);
}

export interface GivenToMark extends Piece {
  /** null: there is nobody who may. */
  readonly person: string | null;
}

/** Gives each piece to whoever of those able has the least, by the seed where several have; those whom fewest can mark go first. */
export function giveMarkers(
  pieces: readonly Piece[],
  persons: readonly string[],
  able: (person: string, piece: Piece) => boolean,
  seed: string,
): GivenToMark[] {
  const loads = new Map(persons.map((person) => [person, 0]));
  const given = new Map<Piece, string>();
  const takers = new Map(pieces.map((piece) => [piece, persons.filter((person) => able(person, piece))]));
  for (const [piece, of] of [...takers].toSorted(([, a], [, b]) => a.length - b.length)) {
    const [least] = of.toSorted(
      (a, b) =>
        (loads.get(a) as number) - (loads.get(b) as number) || chanceOf(seed, [piece.item, piece.body, a]) - chanceOf(seed, [piece.item, piece.body, b]),
    );
    if (least === undefined) continue;
    given.set(piece, least);
    loads.set(least, (loads.get(least) as number) + 1);
  }
  return pieces.map((piece) => ({ ...piece, person: given.get(piece) ?? null }));
}
