import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import { type GroupKind, SOURCES, type Source } from '../scheme/types.ts';
import { isClaim, isFullFromNothing, isUnanswered } from './claims.ts';
import { estimatedItems } from './own-items.ts';
import type { PreparedItem, PreparedScheme } from './prepared.ts';
import type { FractionText, ItemResult } from './result.ts';
import { bonusOf } from './score-body.ts';

/** What a body scores itself (điểm tự chấm): points, their maximum, and how many of the items have been scored. */
export interface OwnPoints {
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Items that count for the body and that it scores itself. */
  readonly asked: number;
  /** Of those, the ones that have points, be they 0, or were refused, or are claimed not to have arisen. `asked − answered` are "chưa chấm". */
  readonly answered: number;
  /** Of those answered, the ones that are claimed not to have arisen and wait to be confirmed: they have no points, and are told apart. */
  readonly claims: number;
}

/** Points of one source: of its items the body's own, or those that others settle. */
export interface SourcePoints extends Omit<OwnPoints, 'points'> {
  readonly source: Source;
  readonly own: boolean;
  /** null: not released to the reader. */
  readonly points: FractionText | null;
}

/** Points of a sheet, a domain or a criterion. Nothing here adds what a body scores itself to what surveys give. */
export interface PartPoints {
  readonly own: OwnPoints;
  /** The body's own first, then those of others, each in the order of the sources; only where there are items. */
  readonly sources: readonly SourcePoints[];
}

export interface CriterionPoints extends PartPoints {
  readonly code: string;
}

export interface DomainPoints extends CriterionPoints {
  readonly group: GroupKind;
  readonly criteria: readonly CriterionPoints[];
}

/** Points of a whole sheet: those of its regular domains; bonus and penalty apart. */
export interface SheetPoints extends PartPoints {
  /** Of the items that the body scores itself, each group cut at its cap. */
  readonly bonus: FractionText;
  readonly penalty: FractionText;
  /** In the scheme's order; a bonus domain's before the cap of its group. */
  readonly domains: readonly DomainPoints[];
}

/** The one sum of a sheet, without its parts: what its body scores itself, of the regular domains; counted in all. */
export function ownPoints(prepared: PreparedScheme, own: ReadonlySet<string>, results: readonly ItemResult[]): OwnPoints {
  const byCode = new Map(results.map((result) => [result.code, result]));
  const mine = prepared.items.flatMap((item): Placed[] => {
    const result = own.has(item.item.code) ? byCode.get(item.item.code) : undefined;
    return result ? [{ item, result }] : [];
  });
  return { ...sumOf(mine.filter(({ item }) => item.group === 'regular')), ...countOf(mine) };
}

/**
 * The same sum if full points of 0 of 0, which the scheme gives by the body's figures alone, were not confirmed: its items without their
 * points, over the same maximum; null where no item has any.
 */
export function ownPointsIfUnconfirmed(prepared: PreparedScheme, own: ReadonlySet<string>, results: readonly ItemResult[]): OwnPoints | null {
  const doubted = new Set(fullFromNothingOf(prepared, own, results));
  return doubted.size === 0
    ? null
    : ownPoints(
        prepared,
        own,
        results.map((result) => (doubted.has(result.code) ? { ...result, points: '0/1' } : result)),
      );
}

/** Codes of the body's own items of regular domains that have full points of 0 of 0, in the scheme's order. */
export function fullFromNothingOf(prepared: PreparedScheme, own: ReadonlySet<string>, results: readonly ItemResult[]): string[] {
  const byCode = new Map(results.map((result) => [result.code, result]));
  return prepared.items.flatMap((item) => {
    const result = byCode.get(item.item.code);
    return result && own.has(result.code) && item.group === 'regular' && isFullFromNothing(item, result) ? [result.code] : [];
  });
}

interface Placed {
  readonly item: PreparedItem;
  readonly result: ItemResult;
}

/**
 * The points of a sheet as people may add them up: by source, each over its own maximum, with what the body scores itself as the one
 * sum. The only place where points and items of a sheet are added up for showing.
 * @param own codes of the body's own items: `ownItems`
 * @param results of all items, in any order
 * @param sealed whether the estimates are not released to the reader: their points are left out
 */
export function sheetPoints(prepared: PreparedScheme, own: ReadonlySet<string>, results: readonly ItemResult[], sealed: boolean): SheetPoints {
  const byCode = new Map(results.map((result) => [result.code, result]));
  const hidden = sealed ? estimatedItems(prepared) : new Set<string>();
  const placed = (items: readonly PreparedItem[]): Placed[] =>
    items.flatMap((item) => {
      const result = byCode.get(item.item.code);
      return result ? [{ item, result }] : [];
    });
  const domains = prepared.domains.map(({ code, group, criteria }) => {
    const parts = criteria.map((criterion) => ({ code: criterion.code, items: placed(criterion.items) }));
    return { code, group, items: parts.flatMap(({ items }) => items), parts };
  });
  const ofKind = (kind: GroupKind) => domains.filter(({ group }) => group.kind === kind).flatMap(({ items }) => items);
  const mine = (items: readonly Placed[]) => items.filter(({ item }) => own.has(item.item.code));
  const regular = ofKind('regular');
  const ownBonus = new Map(
    prepared.bonusGroups.map(({ id }) => [id, pointsOf(mine(domains.filter(({ group }) => group.id === id).flatMap(({ items }) => items)))]),
  );
  const whole = partOf(regular, own, hidden);
  return {
    ...whole,
    own: ownPoints(prepared, own, results),
    bonus: exact.toFraction(bonusOf(prepared, (id) => ownBonus.get(id) ?? exact.zero, maximumOf(regular))),
    penalty: exact.toFraction(pointsOf(mine(ofKind('penalty')))),
    domains: domains.map(({ code, group, items, parts }) => ({
      code,
      group: group.kind,
      ...partOf(items, own, hidden),
      criteria: parts.map((part) => ({ code: part.code, ...partOf(part.items, own, hidden) })),
    })),
  };
}

const pointsOf = (items: readonly Placed[]): Rational => exact.sum(items.map(({ result }) => exact.fromFraction(result.points)));
const maximumOf = (items: readonly Placed[]): Rational => exact.sum(items.map(({ result }) => exact.fromFraction(result.maximum)));

function countOf(items: readonly Placed[]) {
  const asked = items.filter(({ result }) => result.state !== 'notApplicable');
  return {
    asked: asked.length,
    answered: asked.filter(({ result }) => !isUnanswered(result)).length,
    claims: asked.filter(({ result }) => result.state === 'notAnswered' && isClaim(result)).length,
  };
}

const sumOf = (items: readonly Placed[]): OwnPoints => ({
  points: exact.toFraction(pointsOf(items)),
  maximum: exact.toFraction(maximumOf(items)),
  ...countOf(items),
});

function partOf(items: readonly Placed[], own: ReadonlySet<string>, hidden: ReadonlySet<string>): PartPoints {
  const sources = [true, false].flatMap((isOwn) =>
    SOURCES.flatMap((source): SourcePoints[] => {
      const some = items.filter(({ item }) => item.source === source && own.has(item.item.code) === isOwn);
      if (some.length === 0) return [];
      const sealed = some.some(({ item }) => hidden.has(item.item.code));
      return [{ source, own: isOwn, ...sumOf(some), ...(sealed ? { points: null, answered: 0, claims: 0 } : {}) }];
    }),
  );
  return { own: sumOf(items.filter(({ item }) => own.has(item.item.code))), sources };
}
