import { displayDecimal } from '../quantity/display.ts';
import * as exact from '../quantity/rational.ts';
import type { BandsRule } from '../rules/kinds/bands.ts';
import type { ChangeRule } from '../rules/kinds/change.ts';
import type { PerUnitRule } from '../rules/kinds/per-unit.ts';
import type { ProportionalRule } from '../rules/kinds/proportional.ts';
import type { SurveyMeanRule } from '../rules/kinds/survey-mean.ts';
import type { PlainRule } from '../rules/plain-kinds.ts';
import type { Quantity } from '../rules/quantity.ts';
import type { Rule } from '../rules/registry.ts';
import type { Item } from '../scheme/types.ts';
import { plainRulesOf } from '../snapshot/answers.ts';
import { inLanguage } from './language.ts';
import { bandEdges, endsAtWhole, unitOf } from './measure.ts';
import type { SchemeNames } from './scheme-names.ts';

/** A rule in words: a sentence, the rows of its table, and what else holds. */
export interface RuleWords {
  readonly intro: string;
  readonly rows: readonly { readonly what: string; readonly points: string }[];
  readonly notes: readonly string[];
  /** The cases of a branch, each with its own rule. */
  readonly cases: readonly { readonly when: string; readonly rule: RuleWords }[];
}

const words = (intro: string, more: Partial<RuleWords> = {}): RuleWords => ({ intro, rows: [], notes: [], cases: [], ...more });

/** Says an item's rule in words, as a reader of the decision would find it. */
export function describeRule(item: Item, names: SchemeNames, rule: Rule = item.rule): RuleWords {
  const { phrases } = names;
  if (rule.kind !== 'branch') return describePlain(rule, item, names);
  const named = names.item(rule.on.item);
  const title = named ? phrases.quote(inLanguage(named.title, names.language) ?? '') : '';
  const cases = rule.cases.map(({ is, rule: own }) => ({
    when: phrases.rule.branchCase(phrases.quote(answerName(is, named, names))),
    rule: describePlain(own, item, names),
  }));
  const otherwise = rule.otherwise === 'notApplicable' ? words(phrases.rule.branchNotApplicable) : describePlain(rule.otherwise, item, names);
  return words(phrases.rule.branch(rule.on.item, title), { cases: [...cases, { when: phrases.rule.branchOtherwise, rule: otherwise }] });
}

/** What an answer that a branch compares is called: yes, no, or the level's title. */
export function answerName(answer: boolean | string, named: Item | undefined, { phrases, language }: SchemeNames): string {
  if (typeof answer === 'boolean') return answer ? phrases.yes : phrases.no;
  const rules = named?.rule.kind === 'branch' ? [...named.rule.cases.map((entry) => entry.rule), named.rule.otherwise] : [named?.rule];
  for (const rule of rules) {
    if (typeof rule === 'object' && rule.kind === 'levels') {
      const level = rule.levels.find(({ id }) => id === answer);
      if (level) return inLanguage(level.title, language) ?? level.id;
    }
  }
  return answer;
}

/** What a thing that is ticked is called; under a branch the first rule that has it says so. */
export function checkName(id: string, item: Item | undefined, { language }: SchemeNames): string {
  const rules = item ? plainRulesOf(item.rule) : [];
  const checks = rules.flatMap((rule) => (rule.kind === 'checks' || rule.kind === 'deduct' ? rule.checks : []));
  return inLanguage(checks.find((check) => check.id === id)?.title, language) ?? id;
}

type Describe<R extends PlainRule> = (rule: R, item: Item, names: SchemeNames) => RuleWords;

const titled = (entry: { id: string; title?: { vi: string; en?: string } }, { language }: SchemeNames) => inLanguage(entry.title, language) ?? entry.id;

function describeProportional(rule: ProportionalRule, item: Item, names: SchemeNames): RuleWords {
  const { phrases } = names;
  const shown = (text: string) => names.value(exact.fromText(text), unitOf(rule.of));
  return words(
    phrases.rule.proportional(names.quantity(rule.of), names.pointsOf(item.maximum), shown(rule.target), rule.target === '1' && endsAtWhole(rule.of)),
    {
      notes: [
        ...(rule.floor === undefined ? [] : [phrases.rule.floor(shown(rule.floor), names.pointsOf(rule.belowFloor))]),
        ...(rule.round ? [phrases.rule.rowRounding(rule.round.places)] : []),
        ...quantityNotes(rule.of, names),
      ],
    },
  );
}

function describePerUnit({ of, points, free }: PerUnitRule, _item: Item, names: SchemeNames): RuleWords {
  const { rule } = names.phrases;
  const unit = unitOf(of);
  const beyond = free === '0' ? undefined : names.value(exact.fromText(free), unit);
  return words(rule.perUnit(names.quantity(of), names.pointsOf(points), rule.unit[unit === 'percentagePoints' ? 'percent' : unit], beyond), {
    notes: quantityNotes(of, names),
  });
}

function describeChange(rule: ChangeRule, _item: Item, names: SchemeNames): RuleWords {
  const { phrases } = names;
  const of = names.quantity(rule.of);
  return words(rule.against === 'previous' ? phrases.rule.changePrevious(of) : phrases.rule.changeFigure(of, names.figure(rule.against.figure)), {
    rows: bandRows(rule, names),
    notes: [...(rule.whenNoPrevious ? [phrases.rule.whenNoPrevious[rule.whenNoPrevious]] : []), ...quantityNotes(rule.of, names)],
  });
}

function describeSurveyMean(rule: SurveyMeanRule, item: Item, names: SchemeNames): RuleWords {
  const { phrases } = names;
  const weight = (text: string) => (text === '1' ? '' : `× ${names.value(exact.fromText(text), 'number')}`);
  const minimum = rule.minimumAnswers === '1' ? [] : [phrases.rule.minimumAnswers(rule.minimumAnswers), phrases.rule.belowMinimum[rule.belowMinimum]];
  return words(phrases.rule.surveyMean(names.pointsOf(item.maximum)), {
    rows: rule.questions.map((question) => ({ what: names.question(question.id), points: weight(question.weight) })),
    notes: [phrases.rule.groupWeights[rule.groupWeights], ...minimum],
  });
}

const PLAIN: { readonly [K in PlainRule['kind']]: Describe<Extract<PlainRule, { kind: K }>> } = {
  given: (rule, item, names) => words(names.phrases.rule.given(names.pointsOf(item.maximum), rule.step && names.pointsOf(rule.step))),
  yesNo: (rule, _item, names) =>
    words(names.phrases.rule.yesNo, {
      rows: [
        { what: names.phrases.yes, points: names.pointsOf(rule.yes) },
        { what: names.phrases.no, points: names.pointsOf(rule.no) },
      ],
    }),
  levels: (rule, _item, names) =>
    words(names.phrases.rule.levels, {
      rows: rule.levels.map((level) => ({
        what: titled(level, names),
        points: level.points === undefined ? names.phrases.rule.upTo(names.pointsOf(level.upTo as string)) : names.pointsOf(level.points),
      })),
    }),
  checks: (rule, item, names) =>
    words(rule.all ? names.phrases.rule.checksAll(names.pointsOf(item.maximum)) : names.phrases.rule.checks, {
      rows: rule.checks.map((check) => ({ what: titled(check, names), points: rule.all || check.points === undefined ? '' : names.pointsOf(check.points) })),
    }),
  deduct: (rule, item, names) =>
    words(names.phrases.rule[rule.combine === 'sum' ? 'deduct' : 'deductWorst'](displayDecimal(item.maximum, names.language)), {
      rows: rule.checks.map((check) => ({ what: titled(check, names), points: `−${names.pointsOf(check.points as string)}` })),
    }),
  bands: (rule, _item, names) =>
    words(names.phrases.rule.bands(names.quantity(rule.of)), { rows: bandRows(rule, names), notes: quantityNotes(rule.of, names) }),
  proportional: describeProportional,
  perUnit: describePerUnit,
  change: describeChange,
  surveyMean: describeSurveyMean,
  formula: (rule, _item, names) => words(names.phrases.rule.formula(names.expression(rule.expression))),
};

const describePlain = (rule: PlainRule, item: Item, names: SchemeNames): RuleWords => (PLAIN[rule.kind] as Describe<PlainRule>)(rule, item, names);

function quantityNotes(quantity: Quantity, { phrases }: SchemeNames): string[] {
  return 'ratio' in quantity ? [phrases.whenNothing[quantity.whenNothing], phrases.over[quantity.over]] : [];
}

function bandRows(rule: BandsRule | ChangeRule, names: SchemeNames): RuleWords['rows'] {
  return [
    ...rule.bands.map((band, index) => ({ what: bandEdges(rule, index, names), points: names.pointsOf(band.points) })),
    { what: names.phrases.otherwise, points: names.pointsOf(rule.otherwise) },
  ];
}
