import { type Able, holders, type PersonShare, type Piece } from './person-shares.ts';
import { chanceOf } from './seeded.ts';

/** What one person gets as a whole: an item of all bodies, a body with all its items, or each item of each body by itself. */
export const DISTRIBUTED_BY = ['item', 'body', 'piece'] as const;
export type DistributedBy = (typeof DISTRIBUTED_BY)[number];

/** At random, so that nobody chooses; or balanced, so that all have as much to do. */
export const DISTRIBUTION_WAYS = ['balanced', 'random'] as const;
export type DistributionWay = (typeof DISTRIBUTION_WAYS)[number];

export interface Distributing {
  readonly by: DistributedBy;
  readonly way: DistributionWay;
  /** The same seed over the same work gives the same shares. */
  readonly seed: string;
  /** Who gets something, in a fixed order. */
  readonly persons: readonly string[];
  /** Everything that the body appraises. */
  readonly pieces: readonly Piece[];
  /** Of these, those on which nobody has decided. */
  readonly isOpen: (piece: Piece) => boolean;
  /** What is given already. */
  readonly shares: readonly PersonShare[];
  readonly able: Able;
}

export interface Distribution {
  readonly shares: readonly PersonShare[];
  /** What none of them can take. */
  readonly nobody: readonly Piece[];
}

/** A share to be given, with how many pieces it brings. */
interface Portion extends Omit<PersonShare, 'person'> {
  readonly work: number;
}

type Takes = (portion: Portion, person: string) => boolean;

/** Each to anybody who can take it, all with the same chance. */
function drawn(portions: readonly Portion[], persons: readonly string[], seed: string, takes: Takes): Map<Portion, string> {
  const given = new Map<Portion, string>();
  for (const portion of portions) {
    const takers = persons.filter((person) => takes(portion, person));
    const taker = takers[Math.floor(chanceOf(seed, [portion.item ?? '', portion.body ?? '']) * takers.length)];
    if (taker !== undefined) given.set(portion, taker);
  }
  return given;
}

/** The heaviest first, each to who has least; then passed on along chains of people as long as that brings the most and the least laden nearer. */
function balanced(portions: readonly Portion[], persons: readonly string[], loads: Map<string, number>, takes: Takes): Map<Portion, string> {
  const given = new Map<Portion, string>();
  const load = (person: string) => loads.get(person) ?? 0;
  const add = (person: string, work: number) => loads.set(person, load(person) + work);
  for (const portion of portions.toSorted((a, b) => b.work - a.work)) {
    const [least] = persons.filter((person) => takes(portion, person)).toSorted((a, b) => load(a) - load(b));
    if (least === undefined) continue;
    given.set(portion, least);
    add(least, portion.work);
  }
  for (let chain = shorterWay(given, persons, load, takes); chain; chain = shorterWay(given, persons, load, takes))
    for (const { portion, to } of chain) {
      add(given.get(portion) as string, -portion.work);
      add(to, portion.work);
      given.set(portion, to);
    }
  return given;
}

interface Move {
  readonly portion: Portion;
  readonly to: string;
}

/** Portions of equal work that pass from somebody over others to somebody who has less than they by more than that work; undefined: there is no such chain. */
function shorterWay(given: ReadonlyMap<Portion, string>, persons: readonly string[], load: (person: string) => number, takes: Takes): Move[] | undefined {
  const held = Map.groupBy(given.keys(), (portion) => given.get(portion) as string);
  for (const from of persons.toSorted((a, b) => load(b) - load(a)))
    for (const work of new Set((held.get(from) ?? []).map((portion) => portion.work))) {
      const passing = (person: string) => (held.get(person) ?? []).filter((portion) => portion.work === work);
      const way = wayTo((person) => load(person) + work < load(from), from, persons, passing, takes);
      if (way) return way;
    }
  return undefined;
}

/** The shortest chain from somebody to one of those wanted. */
function wayTo(
  isWanted: (person: string) => boolean,
  from: string,
  persons: readonly string[],
  passing: (person: string) => readonly Portion[],
  takes: Takes,
): Move[] | undefined {
  const ways = new Map<string, Move[]>([[from, []]]);
  // A map is gone through in the order in which it grows: the nearest first.
  for (const [person, way] of ways) {
    if (isWanted(person)) return way;
    for (const portion of passing(person)) for (const to of persons) if (!ways.has(to) && takes(portion, to)) ways.set(to, [...way, { portion, to }]);
  }
  return undefined;
}

/** What everybody has been given, decided or not. */
export function workOf(shares: readonly PersonShare[], pieces: readonly Piece[], able: Able): Map<string, number> {
  const held = holders(shares, able);
  const loads = new Map<string, number>();
  for (const piece of pieces) for (const person of held(piece)) loads.set(person, (loads.get(person) ?? 0) + 1);
  return loads;
}

/**
 * Distributes what is given to nobody and not decided. Nobody gets their own cause: of an item that somebody gets, the pieces that would be go to others one by
 * one; where nobody is left, they are named.
 */
export function distribute({ by, way, seed, persons, pieces, isOpen, shares, able }: Distributing): Distribution {
  const give = (portions: readonly Portion[], before: readonly PersonShare[], takes: Takes): [Portion, string][] => [
    ...(way === 'random' ? drawn(portions, persons, seed, takes) : balanced(portions, persons, workOf(before, pieces, able), takes)),
  ];
  const waiting = (now: readonly PersonShare[]) => {
    const heldNow = holders(now, able);
    return pieces.filter((piece) => isOpen(piece) && heldNow(piece).length === 0);
  };
  const held = holders(shares, able);
  const whole: PersonShare[] = [];
  if (by !== 'piece') {
    const left = Map.groupBy(waiting(shares), (piece) => piece[by]);
    const portions = [...left].map(([code, of]): Portion => ({ item: null, body: null, [by]: code, work: of.length }));
    // An item is taken by whoever may decide on any of its bodies.
    const takes: Takes = ({ item, body }, person) => (body === null ? (left.get(item as string) ?? []) : [{ body }]).some((piece) => able(person, piece.body));
    for (const [{ item, body }, person] of give(portions, shares, takes)) {
      // An item's word goes before its body's: where a part of it is somebody's already, the rest is given piece by piece.
      const parted = item !== null && pieces.some((piece) => piece.item === item && held(piece).length > 0);
      if (!parted) whole.push({ item, body, person });
      else whole.push(...(left.get(item) ?? []).filter((piece) => able(person, piece.body)).map((piece) => ({ ...piece, person })));
    }
  }
  const so = [...shares, ...whole];
  const single = give(
    waiting(so).map(({ item, body }) => ({ item, body, work: 1 })),
    so,
    ({ body }, person) => able(person, body as string),
  ).map(([{ item, body }, person]): PersonShare => ({ item, body, person }));
  return { shares: [...whole, ...single], nobody: waiting([...so, ...single]) };
}
