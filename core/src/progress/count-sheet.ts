import * as exact from '../quantity/rational.ts';
import type { SheetChecks } from '../review/checks.ts';
import { isUnanswered } from '../scoring/claims.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';
import type { FractionText, ItemResult, ItemState } from '../scoring/result.ts';
import type { SheetScore } from '../scoring/score-sheet.ts';

/** The items of a domain, and their progress. */
export interface DomainCount {
  readonly code: string;
  /** Items that the body answers itself and that count for it. */
  readonly asked: number;
  readonly answered: number;
  /** Items answered by others (survey, satisfaction, statistics) that have no points yet. */
  readonly fromOthers: number;
  /** Of the items the body must answer, those that an appraiser or the council has decided on. */
  readonly appraised: number;
  /** As the body claims them. */
  readonly points: FractionText;
  readonly maximum: FractionText;
}

/** What the progress board needs of a sheet: it depends only on the sheet, not on the moment. */
export interface SheetCounts {
  /** In the scheme's order. */
  readonly domains: readonly DomainCount[];
  /** Codes of the items that are asked and have no answer, in the scheme's order. */
  readonly unanswered: readonly string[];
  /** What must be corrected besides unanswered items. */
  readonly mustMend: number;
  readonly points: FractionText;
  readonly maximum: FractionText;
}

/** Who answers an item: the body, others; nobody where it does not count for the body. */
export const ANSWERERS = ['body', 'others', 'nobody'] as const;
export type Answerer = (typeof ANSWERERS)[number];

/** Who must answer an item in a sheet, by its source, its state and the edition's checks. */
export function answererOf({ item, source }: PreparedItem, { state }: { readonly state: ItemState }, { notAsked }: SheetChecks): Answerer {
  if (state === 'notApplicable') return 'nobody';
  return source === 'appraised' && !notAsked.includes(item.code) ? 'body' : 'others';
}

export interface CountedSheet {
  readonly prepared: PreparedScheme;
  readonly checks: SheetChecks;
  /** As the body claims it. */
  readonly score: SheetScore;
  /** How much must be mended besides items without an answer. */
  readonly mustMend: number;
  /** Codes of the items on which a later stage has written. */
  readonly appraised: ReadonlySet<string>;
}

/** Counts a sheet for the progress board. */
export function countSheet({ prepared, checks, score, mustMend, appraised }: CountedSheet): SheetCounts {
  const results = new Map(score.result.items.map((result) => [result.code, result]));
  const totals = new Map(score.result.domains.map((domain) => [domain.code, domain]));
  const unanswered: string[] = [];
  const domains = prepared.domains.map(({ code, criteria }): DomainCount => {
    const count = { asked: 0, answered: 0, fromOthers: 0, appraised: 0 };
    for (const item of criteria.flatMap(({ items }) => items)) {
      const result = results.get(item.item.code) as ItemResult;
      const of = answererOf(item, result, checks);
      const open = isUnanswered(result);
      if (of === 'others' && open) count.fromOthers += 1;
      if (of !== 'body') continue;
      count.asked += 1;
      if (open) unanswered.push(result.code);
      else count.answered += 1;
      if (appraised.has(result.code)) count.appraised += 1;
    }
    const total = totals.get(code);
    const none = exact.toFraction(exact.zero);
    return { code, ...count, points: total?.points ?? none, maximum: total?.maximum ?? none };
  });
  const { points, maximum } = score.result;
  return { domains, unanswered, mustMend, points, maximum };
}
