import { decimalOf } from '../../quantity/decimal.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import type { RoundingMode } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import type { FigureType } from '../../rules/figure-type.ts';
import type { PlainRule } from '../../rules/plain-kinds.ts';
import type { RatioQuantity } from '../../rules/quantity.ts';
import type { RuleDoubt } from './bands-of.ts';
import type { Clause } from './clauses.ts';

/** A figure that a rule read from words measures by; its title is a proposal. */
export interface FigureDraft {
  readonly id: string;
  readonly type: FigureType;
  readonly title: string;
  /** The words name it; else a person must. */
  readonly named: boolean;
}

/** A rule as it was read from words: for a person to confirm, never a fact. */
export interface RuleDraft {
  readonly rule: PlainRule;
  readonly figures: readonly FigureDraft[];
  /** Why it may be read wrongly. */
  readonly doubts: readonly RuleDoubt[];
}

/** The item whose points the words are about. `maximum`: the most that it gives, or takes away in a penalty group. */
export interface ItemOfRule {
  readonly code: string;
  readonly title: string;
  readonly maximum: NumberText;
  readonly penalty: boolean;
}

/** What the words of one item's rule say, cut into cases, what holds of a ratio, and the rest. */
export interface Said {
  readonly clauses: readonly Clause[];
  readonly others: readonly string[];
  readonly settings: Settings;
}

/** What holds of a ratio, where the words say it. */
export interface Settings {
  readonly whenNothing?: RatioQuantity['whenNothing'];
  readonly over?: RatioQuantity['over'];
  /** How an item's points are rounded. */
  readonly round?: { readonly places: string; readonly mode: RoundingMode };
}

export const same = (one: NumberText, other: NumberText): boolean => exact.compare(exact.fromText(one), exact.fromText(other)) === 0;
export const mostOf = (points: readonly NumberText[]) => points.map(exact.fromText).reduce(exact.greatest, exact.zero);
/** The best case is to give the item's maximum. */
export function topDoubts(points: readonly NumberText[], { maximum }: ItemOfRule): RuleDoubt[] {
  const top = mostOf(points);
  return exact.compare(top, exact.fromText(maximum)) === 0 ? [] : [{ code: 'topIsNotMaximum', details: { top: decimalOf(top) ?? '', maximum } }];
}

/** Words that the rule does not hold: none, or one doubt of all of them. */
export const wordsLeft = (words: readonly string[]): RuleDoubt[] =>
  words.length === 0 ? [] : [{ code: 'wordsLeft', details: { words: [...new Set(words)].join('; ').slice(0, 200) } }];

/** A case that is all others. */
export const REST = /^(?:các )?(?:trường hợp )?(?:còn lại|khác)$|^(?:các )?trường hợp (?:còn lại|khác)$/iu;

/** The figure's id, where an item has one alone. */
export const idOf = (code: string): string => `c${code.replaceAll(/[^A-Za-z0-9]+/g, '_')}`;
