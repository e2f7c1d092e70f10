import type { Cell } from '../ledger/cell.ts';
import type { Target } from '../ledger/entry.ts';
import { CITATIONS } from '../ledger/fields.ts';
import type { PartStanding } from '../ledger/part.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Fault } from '../reading/faults.ts';
import type { FigureType } from '../rules/figure-type.ts';
import { itemsUsing } from '../scoring/affected-items.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';
import type { ItemResult } from '../scoring/result.ts';
import type { SheetScore } from '../scoring/score-sheet.ts';
import type { BodyFigures, PreviousBody } from '../snapshot/types.ts';
import { saysSomething } from './says-something.ts';

/** Something in a cited document that does not fit: where it is cited, and what is said of it. */
export interface CitedHint {
  readonly target: Target;
  readonly document: string;
  readonly name: string;
  readonly hint: string;
  readonly text: string;
}

/** A part assigned to departments that does not count yet, or awaits the body's own review. */
export interface AwaitingApproval {
  readonly target: Target;
  /** By name. */
  readonly departments: readonly string[];
  readonly standing: PartStanding | null;
}

/** What is reviewed: a sheet as its body claims it, with its points. */
export interface ReviewInput {
  readonly prepared: PreparedScheme;
  readonly year: number;
  readonly score: SheetScore;
  readonly figures: BodyFigures;
  readonly previous: PreviousBody | undefined;
  /** What stands in the sheet for an item or figure. */
  fields(target: Target): Cell['fields'];
  /** Of the documents that the sheet cites. */
  readonly hints: readonly CitedHint[];
  readonly awaitingApproval: readonly AwaitingApproval[];
  /** Of a cited document, by its id; null where the reader does not see it, or nobody reads names. */
  documentName?(document: string): string | null;
}

/** The same, as each kind of finding looks at it. */
export interface ReviewedSheet extends ReviewInput {
  documentName(document: string): string | null;
  readonly faults: ReadonlyMap<string, Fault>;
  readonly figureTypes: ReadonlyMap<string, FigureType>;
  /** In the scheme's order, each with its result. */
  readonly items: readonly { readonly item: PreparedItem; readonly result: ItemResult }[];
  /** Codes of the items that count and whose rules look at a figure, in the scheme's order. */
  usersOf(figure: string): readonly string[];
  /** By a text that says something. */
  isJustified(code: string): boolean;
  cites(target: Target): boolean;
  /** Points that rest on items: those that they have, and all that they could have where they have no answer. */
  stakeOf(codes: Iterable<string>): Rational;
}

/** Makes a sheet ready for review. */
export function reviewedSheet(input: ReviewInput): ReviewedSheet {
  const { prepared, score } = input;
  const results = new Map(score.result.items.map((result) => [result.code, result]));
  const items = prepared.items.map((item) => ({ item, result: results.get(item.item.code) as ItemResult }));
  const counts = (code: string) => ['scored', 'notAnswered'].includes(results.get(code)?.state ?? '');
  const users = new Map<string, readonly string[]>();
  return {
    ...input,
    fields: (target) => input.fields(target),
    documentName: (document) => input.documentName?.(document) ?? null,
    faults: score.faults,
    figureTypes: figureTypesOf(prepared.scheme),
    items,
    usersOf(figure) {
      const known = users.get(figure) ?? itemsUsing(prepared, figure).filter(counts);
      users.set(figure, known);
      return known;
    },
    isJustified(code) {
      const { justification } = input.fields({ kind: 'item', id: code });
      return saysSomething(justification);
    },
    cites(target) {
      const citations = input.fields(target)[CITATIONS];
      return Array.isArray(citations) && citations.length > 0;
    },
    stakeOf: (codes) => exact.sum([...new Set(codes)].map((code) => stakeIn(results.get(code)))),
  };
}

function stakeIn(result: ItemResult | undefined): Rational {
  if (!result) return exact.zero;
  if (result.state === 'notAnswered') return exact.fromFraction(result.maximum);
  return exact.greatest(exact.fromFraction(result.points), exact.zero);
}
