import { STAGES, type Stage } from '../ledger/entry.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import { isClaim } from '../scoring/claims.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, ItemResult } from '../scoring/result.ts';

/** How an item that a body scores itself stands while the round runs: decided by its points, claimed not to have arisen, open, or not counting. */
export const RUNNING_STATES = ['answered', 'claimed', 'unanswered', 'notApplicable'] as const;
export type RunningState = (typeof RUNNING_STATES)[number];

export interface RunningItem {
  readonly code: string;
  readonly state: RunningState;
  readonly points: FractionText;
  readonly maximum: FractionText;
}

/** Items that have points now and had some the year before: only these are compared. */
export interface LikeItems {
  readonly items: number;
  readonly now: FractionText;
  readonly before: FractionText;
  /** Of these items now. */
  readonly maximum: FractionText;
}

/** What a body scores itself, of its regular domains; null where nothing of the year before is known of an answered item. */
export interface RunningPart {
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Items that have points, be they 0. */
  readonly scored: number;
  /** Of its items, bonus and penalty among them, those on which nobody who appraises has decided by this stage; what counts for nobody is decided. */
  readonly undecided: number;
  readonly like: LikeItems | null;
}

/** A sheet at one stage, ready to be ranked. */
export interface RunningStage {
  readonly stage: Stage;
  readonly whole: RunningPart;
  /** Regular domains with items of the body's own, in the scheme's order. */
  readonly domains: readonly (RunningPart & { readonly code: string })[];
  /** Of regular domains, in the scheme's order. */
  readonly items: readonly RunningItem[];
  /** Of bonus and penalty domains: in no sum. */
  readonly apart: readonly RunningItem[];
}

/** All items of a sheet at a stage, those of bonus and penalty domains among them, by code. */
export const itemsByCode = ({ items, apart }: Pick<RunningStage, 'items' | 'apart'>): ReadonlyMap<string, RunningItem> =>
  new Map([...items, ...apart].map((item) => [item.code, item]));

interface Own {
  readonly item: RunningItem;
  readonly regular: boolean;
  readonly decided: boolean;
  readonly points: Rational;
  readonly maximum: Rational;
  readonly before: Rational | undefined;
}

/** How an item stands by its result. */
export function runningStateOf(result: ItemResult): RunningState {
  if (result.state === 'notApplicable') return 'notApplicable';
  if (result.state !== 'notAnswered') return 'answered';
  return isClaim(result) ? 'claimed' : 'unanswered';
}

function partOf(all: readonly Own[]): RunningPart {
  const items = all.filter(({ regular }) => regular);
  const like = items.filter(({ item, before }) => item.state === 'answered' && before !== undefined);
  const total = (some: readonly Own[], of: (one: Own) => Rational) => exact.toFraction(exact.sum(some.map(of)));
  return {
    points: total(items, ({ points }) => points),
    maximum: total(items, ({ maximum }) => maximum),
    scored: items.filter(({ item }) => item.state === 'answered').length,
    undecided: all.filter(({ item, decided }) => !decided && item.state !== 'notApplicable').length,
    like:
      like.length === 0
        ? null
        : {
            items: like.length,
            now: total(like, ({ points }) => points),
            before: total(like, ({ before }) => before as Rational),
            maximum: total(like, ({ maximum }) => maximum),
          },
  };
}

/**
 * What a body scores itself at one stage, down to its items; bonus and penalty apart, as in all sums of a sheet.
 * @param own codes of the body's own items
 * @param before points of the year before by item, as number texts; more than can be had now were given for another item, and are not compared
 * @param decided codes of the items on which whoever appraises has decided, at this stage or one before
 */
export function runningStage(
  stage: Stage,
  prepared: PreparedScheme,
  own: ReadonlySet<string>,
  results: readonly ItemResult[],
  before: Readonly<Record<string, string>>,
  decided: ReadonlySet<string>,
): RunningStage {
  const byCode = new Map(results.map((result) => [result.code, result]));
  const placed = ({ item: { code }, group }: PreparedItem): Own[] => {
    const result = own.has(code) ? byCode.get(code) : undefined;
    if (!result) return [];
    const maximum = exact.fromFraction(result.maximum);
    const past = before[code] === undefined ? undefined : exact.fromText(before[code]);
    return [
      {
        item: { code, state: runningStateOf(result), points: result.points, maximum: result.maximum },
        regular: group === 'regular',
        decided: decided.has(code),
        points: exact.fromFraction(result.points),
        maximum,
        before: past !== undefined && exact.compare(past, maximum) > 0 ? undefined : past,
      },
    ];
  };
  const all = prepared.domains.map(({ code, group, criteria }) => ({
    code,
    regular: group.kind === 'regular',
    items: criteria.flatMap((criterion) => criterion.items.flatMap(placed)),
  }));
  const domains = all.filter(({ regular, items }) => regular && items.length > 0);
  const counted = domains.flatMap(({ items }) => items);
  return {
    stage,
    whole: partOf(all.flatMap(({ items }) => items)),
    domains: domains.map(({ code, items }) => ({ code, ...partOf(items) })),
    items: counted.map(({ item }) => item),
    apart: all.flatMap(({ regular, items }) => (regular ? [] : items.map(({ item }) => item))),
  };
}

/** A sheet at a stage of the round: at the last one that it has reached up to there. `stages` are in order, the claimed one first. */
export const runningAt = (stages: readonly RunningStage[], stage: Stage): RunningStage =>
  stages.findLast((one) => STAGES.indexOf(one.stage) <= STAGES.indexOf(stage)) as RunningStage;
