import type { Cell } from '../ledger/cell.ts';
import type { Target } from '../ledger/entry.ts';
import { type BodyLoss, lossesOf } from '../progress/body-losses.ts';
import * as exact from '../quantity/rational.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { isClaim, isUnanswered } from '../scoring/claims.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, ItemResult } from '../scoring/result.ts';
import { fullFromNothingOf, type OwnPoints, ownPointsIfUnconfirmed, type SheetPoints, sheetPoints } from '../scoring/sheet-points.ts';
import { undocumented } from './undocumented.ts';

/** Where the body loses points, beside the year before. */
export interface Loss extends BodyLoss {
  /** Points of the year before; null where they are not known. */
  readonly before: FractionText | null;
}

/** Points of this year and the one before, over the body's own items that have both. */
export interface Compared {
  readonly items: number;
  readonly now: FractionText;
  readonly before: FractionText;
}

/** What a leader has to know of a sheet on one page (phiếu trình): page and document say it, each in its own form. */
export interface LeaderBrief {
  readonly points: SheetPoints;
  /** What the body says not to have arisen, with its points if that is confirmed; null where it says nothing of the kind. */
  readonly claims: { readonly items: number; readonly ifConfirmed: OwnPoints } | null;
  /** Items with full points of 0 of 0, with the body's points if these are not confirmed; null where there are none. */
  readonly fromNothing: { readonly items: number; readonly ifUnconfirmed: OwnPoints } | null;
  /** The largest losses, most points first, equals in the scheme's order. */
  readonly losses: readonly Loss[];
  /** Of all losses, those that are not listed too. */
  readonly lost: { readonly items: number; readonly points: FractionText };
  /** What the items that are not scored yet can bring at most. */
  readonly open: FractionText;
  /** Items with points for which no document is cited; of them those with only a source; codes of those with nothing at all. */
  readonly undocumented: { readonly items: number; readonly sourced: number; readonly unexplained: readonly string[] };
  /** null where no item has points of the year before. */
  readonly compared: Compared | null;
}

/** A sheet as its body claims it. */
export interface BriefSheet {
  readonly prepared: PreparedScheme;
  /** Codes of the body's own items: `ownItems`. */
  readonly own: ReadonlySet<string>;
  /** Of all items, in any order. */
  readonly results: readonly ItemResult[];
  /** What the body scores itself if all claims were confirmed; null where there are none. */
  readonly ifConfirmed: OwnPoints | null;
  /** Whether the estimates are not released to the reader. */
  readonly sealed: boolean;
  /** What stands in the sheet for an item or figure. */
  fields(target: Target): Cell['fields'];
  /** Points of the year before by item, as number texts. */
  readonly before: Readonly<Record<string, string>>;
}

/**
 * A sheet as its leader looks at it: of the items that the body scores itself. What surveys will bring is not known yet, and nothing
 * is guessed.
 * @param most losses that are listed
 */
export function leaderBrief({ prepared, own, results, ifConfirmed, sealed, fields, before }: BriefSheet, most: number): LeaderBrief {
  const byCode = new Map(results.map((result) => [result.code, result]));
  const figureTypes = figureTypesOf(prepared.scheme);
  const items = prepared.items.flatMap((item) => {
    const result = byCode.get(item.item.code);
    return result && own.has(item.item.code) ? [{ item, result }] : [];
  });
  const ifUnconfirmed = ownPointsIfUnconfirmed(prepared, own, results);
  const open = items.filter(({ item, result }) => item.group === 'regular' && isUnanswered(result));
  const losses = lossesOf(prepared, own, results);
  const bare = items.flatMap(({ item, result }) => {
    const by = undocumented(item, result, { own, figureTypes, fields });
    return by === undefined ? [] : [{ code: result.code, by }];
  });
  return {
    points: sheetPoints(prepared, own, results, sealed),
    claims: ifConfirmed && { items: items.filter(({ result }) => isClaim(result)).length, ifConfirmed },
    fromNothing: ifUnconfirmed && { items: fullFromNothingOf(prepared, own, results).length, ifUnconfirmed },
    losses: losses.slice(0, most).map((loss) => {
      const past = before[loss.code];
      return { ...loss, before: past === undefined ? null : exact.toFraction(exact.fromText(past)) };
    }),
    lost: { items: losses.length, points: exact.toFraction(exact.sum(losses.map(({ lost }) => exact.fromFraction(lost)))) },
    open: exact.toFraction(exact.sum(open.map(({ result }) => exact.fromFraction(result.maximum)))),
    undocumented: {
      items: bare.length,
      sourced: bare.filter(({ by }) => by === 'sourced').length,
      unexplained: bare.flatMap(({ code, by }) => (by === 'unexplained' ? [code] : [])),
    },
    compared: comparedOf(
      items.map(({ result }) => result),
      before,
    ),
  };
}

function comparedOf(results: readonly ItemResult[], before: Readonly<Record<string, string>>): Compared | null {
  const both = results.flatMap(({ code, state, points }) => {
    const past = before[code];
    return state === 'scored' && past !== undefined ? [{ now: exact.fromFraction(points), past: exact.fromText(past) }] : [];
  });
  if (both.length === 0) return null;
  return {
    items: both.length,
    now: exact.toFraction(exact.sum(both.map(({ now }) => now))),
    before: exact.toFraction(exact.sum(both.map(({ past }) => past))),
  };
}
