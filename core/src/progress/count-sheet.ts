import * as exact from '../quantity/rational.ts';
import type { ReviewCounts } from '../review/review-sheet.ts';
import { isUnanswered } from '../scoring/claims.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, ItemState } from '../scoring/result.ts';
import type { SheetScore } from '../scoring/score-sheet.ts';
import { type OwnPoints, ownPoints, ownPointsIfUnconfirmed, sheetPoints } from '../scoring/sheet-points.ts';

/** What a body scores itself in a domain, and how much of it appraisers have decided on. */
export interface DomainCount extends OwnPoints {
  readonly code: string;
  /** Of the items the body scores itself, those that an appraiser or the council has decided on. */
  readonly appraised: number;
  /** The most that those which have points can have: what is open has lost nothing. */
  readonly scoredMaximum: FractionText;
}

/** What the progress board needs of a sheet: it depends only on the sheet, not on the moment nor on who looks. */
export interface SheetCounts extends ReviewCounts {
  /** In the scheme's order. */
  readonly domains: readonly DomainCount[];
  /** Codes of the items that are asked and have no answer, in the scheme's order. */
  readonly unanswered: readonly string[];
  /** What those items of regular domains hold: the most points that their answers can give. */
  readonly held: FractionText;
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Of the items of regular domains that have points. */
  readonly scoredMaximum: FractionText;
  /** The same if all that the body claims not to have arisen were confirmed; null where it claims nothing. */
  readonly ifConfirmed: OwnPoints | null;
  /** The same if its full points of 0 of 0 were not confirmed; null where it has none. */
  readonly ifUnconfirmed: OwnPoints | null;
}

/** Who answers an item: the body, others; nobody where it does not count for the body. */
export const ANSWERERS = ['body', 'others', 'nobody'] as const;
export type Answerer = (typeof ANSWERERS)[number];

/** Who must answer an item in a sheet, by its state and whether it is among the body's own. */
export function answererOf(code: string, { state }: { readonly state: ItemState }, own: ReadonlySet<string>): Answerer {
  if (state === 'notApplicable') return 'nobody';
  return own.has(code) ? 'body' : 'others';
}

export interface CountedSheet {
  readonly prepared: PreparedScheme;
  /** The items that the body scores itself: `ownItems`. */
  readonly own: ReadonlySet<string>;
  /** As the body claims it. */
  readonly score: SheetScore;
  /** With every claim confirmed: `scoreIfConfirmed`. */
  readonly confirmed: SheetScore | null;
  readonly review: ReviewCounts;
  /** Codes of the items on which a later stage has written. */
  readonly appraised: ReadonlySet<string>;
}

/** Counts a sheet for the progress board. */
export function countSheet({ prepared, own, score, confirmed, review, appraised }: CountedSheet): SheetCounts {
  const { items } = score.result;
  const results = new Map(items.map((result) => [result.code, result]));
  const sums = sheetPoints(prepared, own, items, true);
  const asked = prepared.items.flatMap(({ item, group }) => {
    const result = results.get(item.code);
    return result && answererOf(item.code, result, own) === 'body' ? [{ result, group }] : [];
  });
  const decided = new Set(asked.flatMap(({ result: { code } }) => (appraised.has(code) ? [code] : [])));
  const codes = new Map(prepared.domains.map(({ code, criteria }) => [code, criteria.flatMap((criterion) => criterion.items.map(({ item }) => item.code))]));
  const most = (some: typeof asked) => exact.toFraction(exact.sum(some.map(({ result }) => exact.fromFraction(result.maximum))));
  const scored = asked.filter(({ result }) => result.state !== 'notAnswered');
  const unanswered = asked.filter(({ result }) => isUnanswered(result));
  return {
    domains: sums.domains.map(({ code, own: counted }) => ({
      code,
      ...counted,
      appraised: (codes.get(code) ?? []).filter((item) => decided.has(item)).length,
      scoredMaximum: most(scored.filter(({ result }) => codes.get(code)?.includes(result.code))),
    })),
    unanswered: unanswered.map(({ result }) => result.code),
    held: most(unanswered.filter(({ group }) => group === 'regular')),
    ...review,
    points: sums.own.points,
    maximum: sums.own.maximum,
    scoredMaximum: most(scored.filter(({ group }) => group === 'regular')),
    ifConfirmed: confirmed && ownPoints(prepared, own, confirmed.result.items),
    ifUnconfirmed: ownPointsIfUnconfirmed(prepared, own, items),
  };
}
