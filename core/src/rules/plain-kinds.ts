import type { RuleKind } from './kind.ts';
import { type BandsRule, bands } from './kinds/bands.ts';
import { type ChangeRule, change } from './kinds/change.ts';
import { type ChecksRule, checks } from './kinds/checks.ts';
import { type DeductRule, deduct } from './kinds/deduct.ts';
import { type FormulaRule, formula } from './kinds/formula.ts';
import { type GivenRule, given } from './kinds/given.ts';
import { type LevelsRule, levels } from './kinds/levels.ts';
import { type PerUnitRule, perUnit } from './kinds/per-unit.ts';
import { type ProportionalRule, proportional } from './kinds/proportional.ts';
import { type SurveyMeanRule, surveyMean } from './kinds/survey-mean.ts';
import { type YesNoRule, yesNo } from './kinds/yes-no.ts';

/** A rule that stands by itself; `branch` chooses among these. */
export type PlainRule =
  | GivenRule
  | YesNoRule
  | LevelsRule
  | ChecksRule
  | BandsRule
  | ProportionalRule
  | PerUnitRule
  | DeductRule
  | ChangeRule
  | SurveyMeanRule
  | FormulaRule;

export const PLAIN_KINDS: { readonly [K in PlainRule['kind']]: RuleKind<Extract<PlainRule, { kind: K }>> } = {
  given,
  yesNo,
  levels,
  checks,
  bands,
  proportional,
  perUnit,
  deduct,
  change,
  surveyMean,
  formula,
};

/** The kind of a plain rule, as one that takes any of them. */
export const plainKindOf = (rule: { kind: PlainRule['kind'] }): RuleKind<PlainRule> => PLAIN_KINDS[rule.kind] as unknown as RuleKind<PlainRule>;
