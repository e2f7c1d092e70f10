/** What an appraising body has given to one of its people: an item of all bodies, all items of a body, or one item of one body. */
export interface PersonShare {
  /** null: every item. */
  readonly item: string | null;
  /** null: every body. */
  readonly body: string | null;
  readonly person: string;
}

/** One item of one body's sheet, on which somebody decides. */
export interface Piece {
  readonly item: string;
  readonly body: string;
}

/** The narrower word goes before the wider one: the pair by itself, then its item, then its body. */
const LEVELS: readonly ((share: PersonShare, piece: Piece) => boolean)[] = [
  (share, piece) => share.item === piece.item && share.body === piece.body,
  (share, piece) => share.item === piece.item && share.body === null,
  (share, piece) => share.item === null && share.body === piece.body,
];

const levelOf = (share: PersonShare, piece: Piece): number => LEVELS.findIndex((covers) => covers(share, piece));

/** The level at which somebody able has a piece; -1: nobody has it. */
const levelHeld = (shares: readonly PersonShare[], piece: Piece, able: Able): number =>
  LEVELS.findIndex((covers) => shares.some((share) => covers(share, piece) && able(share.person, piece.body)));

/** Whether somebody may decide on a body's sheet: who has left, or would decide in their own cause, holds nothing. */
export type Able = (person: string, body: string) => boolean;

/** The shares that cover a piece, found among thousands by what they say. */
function sharesBy<S extends PersonShare>(shares: readonly S[]): (piece: Piece) => S[] {
  const key = (item: string | null, body: string | null) => JSON.stringify([item, body]);
  const by = Map.groupBy(shares, ({ item, body }) => key(item, body));
  return ({ item, body }) => [key(item, body), key(item, null), key(null, body)].flatMap((one) => by.get(one) ?? []);
}

/** By which shares a piece is somebody's within an appraising body; none: it belongs to all appraisers there. */
export function sharesHolding<S extends PersonShare>(shares: readonly S[], able: Able): (piece: Piece) => S[] {
  const covering = sharesBy(shares);
  return (piece) => {
    const near = covering(piece);
    const level = levelHeld(near, piece, able);
    return level < 0 ? [] : near.filter((share) => levelOf(share, piece) === level && able(share.person, piece.body));
  };
}

/** To whom a piece is given; nobody: it belongs to all appraisers of the body. */
export function holders(shares: readonly PersonShare[], able: Able): (piece: Piece) => string[] {
  const holding = sharesHolding(shares, able);
  return (piece) => [...new Set(holding(piece).map(({ person }) => person))];
}

/** What changes when all that one person has and nobody has decided passes to another. */
export interface HandingOver<S extends PersonShare> {
  /** Shares that pass whole, and end for who had them. */
  readonly ended: readonly S[];
  readonly given: readonly PersonShare[];
  /** Pieces that the other cannot take, which stay. */
  readonly left: readonly Piece[];
}

/**
 * Hands over what one person has to another. A share of which something is decided passes piece by piece, so that what was decided stays with who decided it;
 * whoever has a piece beside them keeps it.
 */
export function handOver<S extends PersonShare>(
  shares: readonly S[],
  { pieces, isOpen }: { readonly pieces: readonly Piece[]; readonly isOpen: (piece: Piece) => boolean },
  from: string,
  to: string,
  able: Able,
): HandingOver<S> {
  const holding = sharesHolding(shares, able);
  const mine = shares.filter(({ person }) => person === from);
  const covering = sharesBy(mine);
  const whole = new Set(mine);
  const parts = new Map<S, Piece[]>(mine.map((share) => [share, []]));
  for (const piece of pieces) {
    const by = holding(piece);
    for (const share of covering(piece)) {
      if (by.includes(share)) parts.get(share)?.push(piece);
      // Where it holds nothing because its person cannot decide, another may have the piece by a wider share, and keeps it.
      const passes = by.includes(share) ? isOpen(piece) && able(to, piece.body) : by.some((other) => levelOf(other, piece) < levelOf(share, piece));
      if (!passes) whole.delete(share);
    }
  }
  const ended = mine.filter((share) => whole.has(share) && parts.get(share)?.length !== 0);
  const parted = mine.filter((share) => !whole.has(share)).flatMap((share) => (parts.get(share) ?? []).filter(isOpen));
  const beside = (piece: Piece) => holding(piece).flatMap(({ person }) => (person === from || person === to ? [] : [person]));
  return {
    ended,
    given: [
      ...ended.map(({ item, body }) => ({ item, body, person: to })),
      ...parted.filter(({ body }) => able(to, body)).flatMap((piece) => [to, ...beside(piece)].map((person) => ({ ...piece, person }))),
    ],
    left: parted.filter(({ body }) => !able(to, body)),
  };
}
