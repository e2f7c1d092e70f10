import { displayDate, displayDecimal, displayPercent, displayRational } from '../quantity/display.ts';
import { shortest } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Expression } from '../rules/expression/parse.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { Quantity } from '../rules/quantity.ts';
import { type Item, itemsOfDomains, type Scheme } from '../scheme/types.ts';
import type { FractionText } from '../scoring/result.ts';
import { printExpression } from './expression.ts';
import { readFormula } from './formula.ts';
import { inLanguage, type Language, PHRASES, type Phrases } from './index.ts';
import type { Unit } from './measure.ts';
import { roundedPoints } from './points-text.ts';

/** A declared value for people: a number or date in the language's notation, yes and no. */
export function declaredText(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return value ? PHRASES[language].yes : PHRASES[language].no;
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? displayDate(text) : displayDecimal(text, language);
}

/** How the parts of one scheme are called, in one language. */
export interface SchemeNames {
  readonly language: Language;
  readonly phrases: Phrases;
  readonly scheme: Scheme;
  readonly figureTypes: ReadonlyMap<string, FigureType>;
  figureTitle(id: string): string;
  questionTitle(id: string): string;
  /** The title in quotes, as it stands within a sentence. */
  figure(id: string): string;
  question(id: string): string;
  surveyGroup(id: string): string;
  item(code: string): Item | undefined;
  quantity(quantity: Quantity): string;
  /** Points with all their digits, as explanations have them: "1,5 điểm". */
  points(value: Rational): string;
  pointsOf(text: string): string;
  /** Points in the places of the scheme, without zeros at their end: "1,43 điểm". */
  roundedPoints(fraction: FractionText): string;
  /** A value with its unit: "90%", "30 ngày". */
  value(value: Rational, unit: Unit): string;
  /** The same where the unit is a word and follows later: "từ 5 đến dưới 10 ngày". */
  valueBeforeUnit(value: Rational, unit: Unit): string;
  declared(value: unknown): string;
  /** An expression as a whole sentence. */
  expression(source: string | Expression): string;
  /** An expression that something follows, its figures called as given. */
  expressionWithin(source: string | Expression, name?: (figure: string) => string): string;
}

const titleOf = (entry: { id: string; title?: { vi: string; en?: string } } | undefined, id: string, language: Language) =>
  inLanguage(entry?.title, language) ?? id;
const byId = <T extends { id: string }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]));

/** The names of a scheme's parts in one language. */
export function schemeNames(scheme: Scheme, language: Language): SchemeNames {
  const phrases = PHRASES[language];
  const [figures, questions, surveyGroups] = [byId(scheme.figures), byId(scheme.survey.questions), byId(scheme.survey.groups)];
  const items = new Map(itemsOfDomains(scheme.domains).map((item) => [item.code, item]));
  const names: SchemeNames = {
    language,
    phrases,
    scheme,
    figureTypes: new Map(scheme.figures.map(({ id, type }) => [id, type])),
    figureTitle: (id) => titleOf(figures.get(id), id, language),
    questionTitle: (id) => titleOf(questions.get(id), id, language),
    figure: (id) => phrases.quote(names.figureTitle(id)),
    question: (id) => phrases.quote(names.questionTitle(id)),
    surveyGroup: (id) => titleOf(surveyGroups.get(id), id, language),
    item: (code) => items.get(code),
    quantity(quantity) {
      if ('figure' in quantity) return names.figure(quantity.figure);
      if ('ratio' in quantity) return phrases.quantity.ratio(names.figure(quantity.ratio[0] ?? ''), names.figure(quantity.ratio[1] ?? ''));
      if ('days' in quantity) return phrases.quantity.days(names.figure(quantity.days[0] ?? ''), names.figure(quantity.days[1] ?? ''));
      if ('estimate' in quantity) return phrases.quantity.estimate(names.question(quantity.estimate));
      const formula = readFormula(quantity.formula);
      return phrases.quantity[formula?.share ? 'share' : 'formula'](names.expressionWithin(formula?.main ?? quantity.formula));
    },
    points: (value) => phrases.points(displayRational(value, language)),
    pointsOf: (text) => phrases.points(displayDecimal(text, language)),
    roundedPoints: (fraction) => names.pointsOf(shortest(roundedPoints(fraction, scheme))),
    value(value, unit) {
      if (unit === 'percent') return displayPercent(value, language);
      const shown = names.valueBeforeUnit(value, unit);
      return unit === 'number' ? shown : phrases[unit](shown);
    },
    valueBeforeUnit(value, unit) {
      if (unit === 'percent') return displayPercent(value, language);
      return displayRational(unit === 'percentagePoints' ? exact.multiply(value, exact.hundred) : value, language);
    },
    declared: (value) => declaredText(value, language),
    expression: (source) => printExpression(source, names.figure, language, phrases, true),
    expressionWithin: (source, name = names.figure) => printExpression(source, name, language, phrases, false),
  };
  return names;
}
