import { searchKey } from '../text/search-key.ts';
import { forebearsOf } from './lineage.ts';
import { type Placed, placesOf } from './placed-parts.ts';
import type { Scheme } from './types.ts';

/** How parts were found to be one: the newer edition declares it; the same code and title, or the same title; a title in nearly the same words. */
export const FOUND_BY = ['lineage', 'code', 'title', 'likeTitle'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** Parts of both editions that belong together; nothing on one side: added, or removed. */
export interface Kin {
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
  readonly by: FoundBy | null;
}

/** From which share of common words on two titles are taken for one, where nothing else tells. */
const LIKE = 0.75;

const sameTitle = (a: Placed, b: Placed) => searchKey(a.title.vi) === searchKey(b.title.vi);
const sameLevel = (a: Placed, b: Placed) => (a.item === undefined) === (b.item === undefined);
const wordsOf = ({ title }: Placed) => new Set(searchKey(title.vi).split(' '));

/** For parts of the older edition: which of them has the title with most words in common with another's, twice the common over all words of both. */
function likestOf(old: readonly Placed[]): (placed: Placed, fits: (candidate: Placed) => boolean) => Placed | undefined {
  const words = old.map(wordsOf);
  const withWord = new Map<string, number[]>();
  for (const [at, own] of words.entries())
    for (const word of own) {
      const there = withWord.get(word);
      if (there) there.push(at);
      else withWord.set(word, [at]);
    }
  return (placed, fits) => {
    const own = wordsOf(placed);
    const common = new Uint32Array(old.length);
    for (const word of own) for (const at of withWord.get(word) ?? []) common[at] = (common[at] as number) + 1;
    let [best, most]: [Placed | undefined, number] = [undefined, 0];
    for (const [at, candidate] of old.entries()) {
      const likeness = (2 * (common[at] as number)) / (own.size + (words[at] as ReadonlySet<string>).size);
      if (likeness >= LIKE && likeness > most && fits(candidate)) [best, most] = [candidate, likeness];
    }
    return best;
  };
}

/** Parts that the newer edition declares to come from one another, however many on each side. */
function declaredKin(older: Scheme, old: readonly Placed[], fresh: readonly Placed[]): { kin: Kin[]; declaredNew: Placed[] } {
  const byCode = new Map(old.map((placed) => [placed.code, placed]));
  const groups = new Map<Placed, { before: Set<Placed>; after: Set<Placed> }>();
  const declaredNew: Placed[] = [];
  for (const placed of fresh) {
    const forebears = forebearsOf(placed, older.id);
    if (!forebears) continue;
    const before = forebears.flatMap(({ item }) => byCode.get(item) ?? []);
    if (forebears.length === 0) declaredNew.push(placed);
    if (before.length === 0) continue;
    const group = { before: new Set(before), after: new Set([placed]) };
    for (const joined of new Set(before.flatMap((each) => groups.get(each) ?? []))) {
      for (const each of joined.before) group.before.add(each);
      for (const each of joined.after) group.after.add(each);
    }
    for (const each of group.before) groups.set(each, group);
  }
  const inOrder = (all: readonly Placed[], some: ReadonlySet<Placed>) => all.filter((each) => some.has(each));
  const kin = [...new Set(groups.values())].map(({ before, after }) => ({
    before: inOrder(old, before),
    after: inOrder(fresh, after),
    by: 'lineage' as const,
  }));
  return { kin, declaredNew };
}

/** The parts of two editions in the order of the newer, then what it dropped, each in exactly one group: as the newer declares it, else by code and title, by title, by likeness of titles. */
export function pairParts(older: Scheme, newer: Scheme): Kin[] {
  const [old, fresh] = [placesOf(older), placesOf(newer)];
  const { kin, declaredNew } = declaredKin(older, old, fresh);
  const left = new Set(old);
  const open = new Set(fresh);
  for (const { before, after } of kin) {
    for (const each of before) left.delete(each);
    for (const each of after) open.delete(each);
  }
  for (const each of declaredNew) open.delete(each);
  const pair = (by: FoundBy, find: (placed: Placed) => Placed | undefined) => {
    for (const placed of [...open]) {
      const match = find(placed);
      if (!match || !left.has(match) || !sameLevel(match, placed)) continue;
      kin.push({ before: [match], after: [placed], by });
      left.delete(match);
      open.delete(placed);
    }
  };
  const byCode = new Map(old.map((placed) => [placed.code, placed]));
  pair('code', (placed) => {
    const match = byCode.get(placed.code);
    return match && sameTitle(match, placed) ? match : undefined;
  });
  // A criterion with parts has no points of its own: under the same code it is the same part of the tree.
  pair('code', (placed) => (placed.item ? undefined : byCode.get(placed.code)));
  const byTitle = new Map<string, Placed[]>();
  for (const each of left) byTitle.set(searchKey(each.title.vi), [...(byTitle.get(searchKey(each.title.vi)) ?? []), each]);
  pair('title', (placed) => byTitle.get(searchKey(placed.title.vi))?.find((candidate) => left.has(candidate) && sameLevel(candidate, placed)));
  const likest = likestOf([...left]);
  const mayBeOne = (one: Placed, other: Placed) => left.has(one) && sameLevel(one, other) && one.item?.rule.kind === other.item?.rule.kind;
  // A title that was reworded under its own code, before one that is like it elsewhere.
  pair('likeTitle', (placed) => likest(placed, (candidate) => candidate.code === placed.code && mayBeOne(candidate, placed)));
  pair('likeTitle', (placed) => likest(placed, (candidate) => mayBeOne(candidate, placed)));
  const placeOf = new Map(fresh.map((each, index) => [each, index]));
  const inNewer = [...kin, ...[...open, ...declaredNew].map((each) => ({ before: [], after: [each], by: null }))];
  return [
    ...inNewer.toSorted((a, b) => (placeOf.get(a.after[0] as Placed) as number) - (placeOf.get(b.after[0] as Placed) as number)),
    ...old.filter((each) => left.has(each)).map((each) => ({ before: [each], after: [], by: null })),
  ];
}
