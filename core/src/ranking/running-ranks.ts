import type { Stage } from '../ledger/entry.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, Index } from '../scoring/result.ts';
import { indexOf } from '../scoring/score-body.ts';
import { rank, ranksInBlocks } from './rank.ts';
import type { LikeItems, RunningPart, RunningStage } from './running-sheet.ts';

export interface RunningBody {
  readonly ranked: boolean;
  readonly block: string | null;
  readonly standing: RunningStage;
}

export interface PlacedPart {
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Points of a hundred of the body's own maximum; null while nothing has points. */
  readonly index: Index | null;
  /** null outside the ranking, without an index, or while what is ranked is not decided. */
  readonly rank: number | null;
  /** Items on which nobody has decided yet at the stage that is ranked. */
  readonly undecided: number;
  /** Against the year before, on like items, in points of a hundred of their maximum: the difference, and both years. */
  readonly change: { readonly items: number; readonly index: Index; readonly now: Index; readonly before: Index } | null;
}

export interface PlacedBody extends PlacedPart {
  /** Among the bodies of its block; null without one. */
  readonly blockRank: number | null;
  readonly domains: readonly (PlacedPart & { readonly code: string })[];
}

const indexIn = ({ points, maximum, scored }: RunningPart): Rational | null => {
  const most = exact.fromFraction(maximum);
  return scored === 0 || exact.isZero(most) ? null : exact.percent(exact.fromFraction(points), most);
};

function changeIn(like: LikeItems | null, prepared: PreparedScheme): PlacedPart['change'] {
  const most = like && exact.fromFraction(like.maximum);
  if (!like || !most || exact.isZero(most)) return null;
  const [now, before] = [exact.fromFraction(like.now), exact.fromFraction(like.before)];
  const of = (points: Rational) => indexOf(exact.percent(points, most), prepared);
  return { items: like.items, index: of(exact.subtract(now, before)), now: of(now), before: of(before) };
}

/**
 * The ranking of a round that runs, in the order of the bodies: by the index of what each scores itself, as bodies may have unlike maxima,
 * with the scheme's own rules for ties. Whoever has nothing scored yet has no place; nor has, at a stage of those who appraise, whose items
 * are not all decided on: what is only claimed would stand above what was examined. A domain asks this of its own items.
 */
export function rankRunning(bodies: readonly RunningBody[], prepared: PreparedScheme, stage: Stage): PlacedBody[] {
  const steps = rankInSteps(bodies, prepared, stage);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps: to rank some thousand bodies takes a while, and whoever ranks may let others have their turn in between. */
export function* rankInSteps(bodies: readonly RunningBody[], prepared: PreparedScheme, stage: Stage): Generator<undefined, PlacedBody[]> {
  const isWhole = (part: RunningPart | undefined) => stage === 'claimed' || part?.undecided === 0;
  const places = (parts: readonly (RunningPart | undefined)[]) => {
    const indices = parts.map((part) => (part ? indexIn(part) : null));
    const ranks = rank(
      bodies.map((body, at) => ({ index: indices[at] ?? null, ranked: body.ranked && isWhole(parts[at]), block: body.block })),
      prepared,
    );
    return parts.map((part, at): PlacedPart | undefined => {
      const index = indices[at];
      return (
        part && {
          points: part.points,
          maximum: part.maximum,
          index: index ? indexOf(index, prepared) : null,
          rank: ranks[at] ?? null,
          undecided: part.undecided,
          change: changeIn(part.like, prepared),
        }
      );
    });
  };
  const wholes = places(bodies.map(({ standing }) => standing.whole));
  yield;
  const inBlocks = ranksInBlocks(
    bodies.map(({ standing, ranked, block }) => ({ index: indexIn(standing.whole), ranked: ranked && isWhole(standing.whole), block })),
    prepared,
  );
  const domains: { readonly code: string; readonly parts: readonly (PlacedPart | undefined)[] }[] = [];
  for (const { code } of prepared.domains) {
    yield;
    domains.push({ code, parts: places(bodies.map(({ standing }) => standing.domains.find((one) => one.code === code))) });
  }
  yield;
  return bodies.map((_, at) => ({
    ...(wholes[at] as PlacedPart),
    blockRank: inBlocks[at] ?? null,
    domains: domains.flatMap(({ code, parts }) => (parts[at] ? [{ code, ...parts[at] }] : [])),
  }));
}
