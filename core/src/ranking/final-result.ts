import type { Stage } from '../ledger/entry.ts';
import * as exact from '../quantity/rational.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { BodyResult, Index, ItemResult, PartResult } from '../scoring/result.ts';
import { indexOf } from '../scoring/score-body.ts';
import { rankDomains } from './domain-ranks.ts';
import { ranksInBlocks } from './rank.ts';

/** How an item stands at a stage. */
export type ItemStanding = Pick<ItemResult, 'state' | 'points' | 'maximum'>;

/** An item that stands otherwise after a stage than before it. */
export interface MovedItem {
  readonly code: string;
  readonly before: ItemStanding;
  readonly after: ItemStanding;
}

/** What a body came to by a stage, and what that stage moved; the first moves nothing. */
export interface FinalStep {
  readonly stage: Stage;
  readonly index: Index | null;
  /** Against the stage before; null where there is none, or either is without an index. */
  readonly change: Index | null;
  /** As the round would have been ranked then; null for who has no place. Absent in results kept before it was. */
  readonly rank?: number | null;
  readonly moved: readonly MovedItem[];
}

/** What a body came to when its round was closed, and by which stages. */
export interface FinalBody extends Omit<BodyResult, 'id' | 'sources' | 'domains' | 'items'> {
  readonly ranked: boolean;
  /** Among the bodies of its block; null without one. Absent in results kept before it was. */
  readonly blockRank?: number | null;
  /** Each with the place in it; absent in results kept before it was. */
  readonly domains: readonly (PartResult & { readonly code: string; readonly rank?: number | null })[];
  readonly steps: readonly FinalStep[];
}

/** A body as the same round came out when computed as its sheets stood at a stage. */
export interface BodyAt extends Pick<BodyResult, 'id' | 'index' | 'rank'> {
  readonly items: readonly (ItemStanding & Pick<ItemResult, 'code'>)[];
}

export interface ResultAt {
  readonly stage: Stage;
  readonly bodies: readonly BodyAt[];
}

const standingOf = ({ state, points, maximum }: ItemStanding): ItemStanding => ({ state, points, maximum });
const same = (a: ItemStanding, b: ItemStanding) => a.state === b.state && a.points === b.points && a.maximum === b.maximum;

function movedItems(before: BodyAt['items'], after: BodyAt['items']): MovedItem[] {
  const was = new Map(before.map((item) => [item.code, standingOf(item)]));
  return after.flatMap((item) => {
    const [from, to] = [was.get(item.code), standingOf(item)];
    return from && !same(from, to) ? [{ code: item.code, before: from, after: to }] : [];
  });
}

function changeOf(before: Index | null, after: Index | null, prepared: PreparedScheme): Index | null {
  if (!before || !after) return null;
  return indexOf(exact.subtract(exact.fromFraction(after.exact), exact.fromFraction(before.exact)), prepared);
}

/**
 * The final result of a round by body, with what each stage moved towards it. All are computed alike, from whole snapshots, so that the
 * steps add up to the whole way.
 * @param final the round as its sheets stand in the end
 * @param results in the order of the stages, the claimed one first, each with the same bodies in the same order
 * @param unranked ids of bodies outside of the ranking
 */
export function finalBodies(
  final: readonly BodyResult[],
  results: readonly ResultAt[],
  prepared: PreparedScheme,
  unranked: ReadonlySet<string>,
): ReadonlyMap<string, FinalBody> {
  const byDomain = rankDomains({ bodies: [...final] }, prepared);
  const inBlocks = ranksInBlocks(
    final.map(({ id, index, block }) => ({ index: index && exact.fromFraction(index.exact), ranked: !unranked.has(id), block })),
    prepared,
  );
  return new Map(
    final.map(({ id, sources: _sources, items: _items, domains, ...body }, position) => {
      const steps = results.map(({ stage, bodies }, at): FinalStep => {
        const [before, now] = [results[at - 1]?.bodies[position], bodies[position]];
        return {
          stage,
          index: now?.index ?? null,
          change: before ? changeOf(before.index, now?.index ?? null, prepared) : null,
          rank: now?.rank ?? null,
          moved: before && now ? movedItems(before.items, now.items) : [],
        };
      });
      const parts = domains.map(({ code, points, maximum, index }) => ({ code, points, maximum, index, rank: byDomain.get(code)?.get(id) ?? null }));
      return [id, { ...body, ranked: !unranked.has(id), blockRank: inBlocks[position] ?? null, domains: parts, steps }] as const;
    }),
  );
}

/**
 * How each item of a body stood at each stage, from how it stands in the end: back, by what each stage moved.
 * @param items of the final result
 */
export function standingsByStage(
  items: readonly (ItemStanding & { readonly code: string })[],
  steps: readonly FinalStep[],
): ReadonlyMap<string, ReadonlyMap<Stage, ItemStanding>> {
  const standing = new Map(items.map((item) => [item.code, standingOf(item)]));
  const byItem = new Map(items.map(({ code }) => [code, new Map<Stage, ItemStanding>()]));
  for (const { stage, moved } of steps.toReversed()) {
    for (const [code, at] of byItem) at.set(stage, standing.get(code) as ItemStanding);
    for (const { code, before } of moved) standing.set(code, before);
  }
  return byItem;
}
