
import type { Rational } from '../quantity/rational.ts';
import { displayDate, displayDecimal, displayPercent, displayRational } from '../quantity/display.ts';
import { type Expression, parseExpression } from '../rules/expression/parse.ts';
import type { Quantity } from '../rules/quantity.ts';
import { type Item, itemsOf, type Scheme } from '../scheme/types.ts';
import { inLanguage, type Language, type Phrases, PHRASES } from './index.ts';

/** How the parts of one scheme are called, in one language. */
export interface SchemeNames {
  readonly language: Language;
  readonly phrases: Phrases;
  readonly scheme: Scheme;
  figure(id: string): string;
  question(id: string): string;
  surveyGroup(id: string): string;
  item(code: string): Item | undefined;
  quantity(quantity: Quantity): string;
  /** Points as "1,5 điểm". */
  points(value: Rational): string;
  pointsOf(text: string): string;
  /** A value of the quantity: shares in percent. */
  value(value: Rational, quantity: Quantity | undefined): string;
  declared(value: unknown): string;
  expression(source: string, name?: (figure: string) => string): string;
}

const titleOf = (entry: { id: string; title?: { vi: string; en?: string } } | undefined, id: string, language: Language) => inLanguage(entry?.title, language) ?? id;

export function schemeNames(scheme: Scheme, language: Language): SchemeNames {
  const phrases = PHRASES[language];
  const figures = new Map(scheme.figures.map((figure) => [figure.id, figure]));
  const questions = new Map(scheme.survey.questions.map((question) => [question.id, question]));
  const surveyGroups = new Map(scheme.survey.groups.map((group) => [group.id, group]));
  const items = new Map(scheme.domains.flatMap((domain) => domain.criteria.flatMap(itemsOf)).map((item) => [item.code, item]));
  const names: SchemeNames = {
    language,
    phrases,
    scheme,
    figure: (id) => phrases.quote(titleOf(figures.get(id), id, language)),
    question: (id) => phrases.quote(titleOf(questions.get(id), id, language)),
    surveyGroup: (id) => titleOf(surveyGroups.get(id), id, language),
    item: (code) => items.get(code),
    quantity(quantity) {
      if ('figure' in quantity) return names.figure(quantity.figure);
      if ('ratio' in quantity) return phrases.quantity.ratio(names.figure(quantity.ratio[0] ?? ''), names.figure(quantity.ratio[1] ?? ''));
      if ('days' in quantity) return phrases.quantity.days(names.figure(quantity.days[0] ?? ''), names.figure(quantity.days[1] ?? ''));
      if ('estimate' in quantity) return phrases.quantity.estimate(names.question(quantity.estimate));
      return phrases.quantity.formula(names.expression(quantity.formula));
    },
    points: (value) => phrases.points(displayRational(value, language)),
    pointsOf: (text) => phrases.points(displayDecimal(text, language)),
    value: (value, quantity) => (quantity && ('ratio' in quantity || 'estimate' in quantity) ? displayPercent(value, language) : displayRational(value, language)),
    declared(value) {
      if (typeof value === 'boolean') return value ? phrases.yes : phrases.no;
      const text = String(value);
      return /^\d{4}-\d\d-\d\d$/.test(text) ? displayDate(text) : displayDecimal(text, language);
    },
    expression: (source, name = names.figure) => printExpression(source, name, language),
  };
  return names;
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '-': '−', '<=': '≤', '>=': '≥', '==': '=', '!=': '≠' };
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { and: 'và', or: 'hoặc', not: 'không', days: 'số ngày', choose: 'nếu', min: 'nhỏ nhất', max: 'lớn nhất', abs: 'trị tuyệt đối', floor: 'phần nguyên', round: 'làm tròn' },
  en: {},
};
const BINDING: Readonly<Record<string, number>> = { or: 1, and: 2, '<': 4, '<=': 4, '>': 4, '>=': 4, '==': 4, '!=': 4, '+': 5, '-': 5, '*': 6, '/': 6 };

/** An expression for people: names of figures as given, signs as in print, parentheses where they are needed. */
function printExpression(source: string, name: (figure: string) => string, language: Language): string {
  const word = (key: string) => WORDS[language][key] ?? key;
  const print = (part: Expression, around: number): string => {
    switch (part.type) {
      case 'number':
        return displayDecimal(part.text, language);
      case 'figure':
        return name(part.name);
      case 'negate':
        return `−${print(part.of, 7)}`;
      case 'not':
        return `${word('not')} ${print(part.of, 3)}`;
      case 'call':
        return `${word(part.name)}(${part.args.map((arg) => print(arg, 0)).join('; ')})`;
      case 'binary': {
        const binding = BINDING[part.operator] ?? 0;
        const text = `${print(part.left, binding)} ${SIGNS[part.operator] ?? word(part.operator)} ${print(part.right, binding + 1)}`;
        return binding < around ? `(${text})` : text;
      }
    }
  };
  const expression = parseExpression(source);
  return expression ? print(expression, 0) : source;
}

