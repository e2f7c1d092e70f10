import * as exact from '../quantity/rational.ts';
import type { Band, BandTable } from '../rules/band-table.ts';
import type { ChangeRule } from '../rules/kinds/change.ts';
import type { PlainRule } from '../rules/plain-kinds.ts';
import type { Quantity } from '../rules/quantity.ts';
import type { Rule } from '../rules/registry.ts';
import type { Item } from '../scheme/types.ts';
import { inLanguage } from './language.ts';
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
  const cases = rule.cases.map(({ is, rule: own }) => ({ when: phrases.rule.branchCase(phrases.quote(answerName(is, named, names))), rule: describePlain(own, item, names) }));
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

function describePlain(rule: PlainRule, item: Item, names: SchemeNames): RuleWords {
  const { phrases, language } = names;
  const maximum = names.pointsOf(item.maximum);
  const titled = (entry: { id: string; title?: { vi: string; en?: string } }) => inLanguage(entry.title, language) ?? entry.id;

  switch (rule.kind) {
    case 'given':
      return words(phrases.rule.given(maximum, rule.step && names.pointsOf(rule.step)));
    case 'yesNo':
      return words(phrases.rule.yesNo, {
        rows: [
          { what: phrases.yes, points: names.pointsOf(rule.yes) },
          { what: phrases.no, points: names.pointsOf(rule.no) },
        ],
      });
    case 'levels':
      return words(phrases.rule.levels, {
        rows: rule.levels.map((level) => ({ what: titled(level), points: level.points === undefined ? phrases.rule.upTo(names.pointsOf(level.upTo as string)) : names.pointsOf(level.points) })),
      });
    case 'checks':
      return words(rule.all ? phrases.rule.checksAll(maximum) : phrases.rule.checks, {
        rows: rule.checks.map((check) => ({ what: titled(check), points: rule.all || check.points === undefined ? '' : names.pointsOf(check.points) })),
      });
    case 'deduct':
      return words(rule.combine === 'sum' ? phrases.rule.deduct(maximum) : phrases.rule.deductWorst(maximum), {
        rows: rule.checks.map((check) => ({ what: titled(check), points: `−${names.pointsOf(check.points as string)}` })),
      });
    case 'bands':
      return words(phrases.rule.bands(names.quantity(rule.of)), { rows: bandRows(rule, rule.of, names), notes: quantityNotes(rule.of, names) });
    case 'proportional': {
      const shown = (text: string) => names.value(exact.fromText(text), rule.of);
      return words(phrases.rule.proportional(names.quantity(rule.of), maximum, shown(rule.target)), {
        notes: [
          ...(rule.floor === undefined ? [] : [phrases.rule.floor(shown(rule.floor), names.pointsOf(rule.belowFloor))]),
          ...(rule.round ? [phrases.rule.rowRounding(rule.round.places)] : []),
          ...quantityNotes(rule.of, names),
        ],
      });
    }
    case 'perUnit':
      return words(phrases.rule.perUnit(names.quantity(rule.of), names.pointsOf(rule.points), rule.free === '0' ? undefined : names.value(exact.fromText(rule.free), rule.of)), { notes: quantityNotes(rule.of, names) });
    case 'change': {
      const of = names.quantity(rule.of);
      return words(rule.against === 'previous' ? phrases.rule.changePrevious(of) : phrases.rule.changeFigure(of, names.figure(rule.against.figure)), {
        rows: bandRows(rule, rule.of, names),
        notes: [...(rule.whenNoPrevious ? [phrases.rule.whenNoPrevious[rule.whenNoPrevious]] : []), ...quantityNotes(rule.of, names)],
      });
    }
    case 'surveyMean':
      return words(phrases.rule.surveyMean(maximum), {
        rows: rule.questions.map(({ id, weight }) => ({ what: names.question(id), points: weight === '1' ? '' : `× ${names.value(exact.fromText(weight), undefined)}` })),
        notes: [phrases.rule.groupWeights[rule.groupWeights], ...(rule.minimumAnswers === '1' ? [] : [phrases.rule.minimumAnswers(rule.minimumAnswers), phrases.rule.belowMinimum[rule.belowMinimum]])],
      });
    case 'formula':
      return words(phrases.rule.formula(names.expression(rule.expression)));
  }
}

function quantityNotes(quantity: Quantity, { phrases }: SchemeNames): string[] {
  return 'ratio' in quantity ? [phrases.whenNothing[quantity.whenNothing], phrases.over[quantity.over]] : [];
}

/** The words of one band: "từ 90% đến dưới 100%". */
export function bandEdges(bands: readonly Band[], index: number, quantity: Quantity, names: SchemeNames): string {
  const edge = (band: Band | undefined, low: boolean) => band && { text: names.value(exact.fromText(band.from ?? (band.above as string)), quantity), taken: low ? band.from !== undefined : band.from === undefined };
  const [low, high] = [edge(bands[index], true), edge(bands[index - 1], false)];
  return names.phrases.edges({ ...(low ? { low } : {}), ...(high ? { high } : {}) });
}

function bandRows(rule: BandTable | ChangeRule, quantity: Quantity, names: SchemeNames): RuleWords['rows'] {
  return [
    ...rule.bands.map((band, index) => ({ what: bandEdges(rule.bands, index, quantity, names), points: names.pointsOf(band.points) })),
    { what: names.phrases.otherwise, points: names.pointsOf(rule.otherwise) },
  ];
}
