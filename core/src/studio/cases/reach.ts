import { dayAfter, dayBefore } from '../../quantity/calendar-date.ts';
import { decimalOf } from '../../quantity/decimal.ts';
import { type NumberText, placesOf } from '../../quantity/number-text.ts';
import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import { NumberToken, type Raw } from '../../reading/raw.ts';
import { compileExpression, DivisionByZero } from '../../rules/expression/compile.ts';
import type { FigureType } from '../../rules/figure-type.ts';
import type { FigureValue } from '../../rules/inputs.ts';
import { figuresOf, isWhole, type Quantity } from '../../rules/quantity.ts';
import type { Scheme } from '../../scheme/types.ts';

/** Figures and estimates of a body, as cases write them. */
export interface CaseFigures {
  readonly figures: Readonly<Record<string, Raw>>;
  readonly estimates: Readonly<Record<string, Readonly<Record<string, Raw>>>>;
}

export const NO_FIGURES: CaseFigures = { figures: {}, estimates: {} };

/** Gives figures by which a quantity has a value; undefined where it cannot have it, or none are found. */
export type Reach = (value: Rational) => CaseFigures | undefined;

const MOST_PLACES = 12;
const figuresGiven = (figures: Readonly<Record<string, Raw>>): CaseFigures => ({ figures, estimates: {} });

export const numberToken = (text: NumberText): Raw => new NumberToken(text);

/** A number as a figure of this type may be declared. */
function declared(value: Rational, type: FigureType | undefined): NumberText | undefined {
  if ((type === 'count' && !exact.isInteger(value)) || (type !== 'number' && exact.isNegative(value))) return undefined;
  return decimalOf(value);
}

const FIRST_DAY = '2026-03-02';
/** A case further off than this says nothing of a deadline. */
const MOST_DAYS = 4000;

function dayFrom(days: number): string | undefined {
  if (Math.abs(days) > MOST_DAYS) return undefined;
  let date = FIRST_DAY;
  for (let passed = 0; passed < Math.abs(days); passed += 1) date = days > 0 ? dayAfter(date) : dayBefore(date);
  return date;
}

/** So many parts that a share has its decimals and its neighbours are near: 80% of 100, 99,5% of 200. */
const LEAST_WHOLE = 100n;
const wholeOf = ({ d }: Rational): bigint => d * ((LEAST_WHOLE + d - 1n) / d);

function reachRatio(quantity: Extract<Quantity, { ratio: string[] }>): Reach {
  const [of, to] = quantity.ratio as [string, string];
  return (value) => {
    if (exact.isNegative(value) || (quantity.over !== 'allow' && exact.compare(value, exact.one) > 0)) return undefined;
    if (of === to) return exact.compare(value, exact.one) === 0 ? figuresGiven({ [of]: numberToken('100') }) : undefined;
    const whole = exact.integer(wholeOf(value));
    const [part, all] = [decimalOf(exact.multiply(value, whole)), decimalOf(whole)];
    return part === undefined || all === undefined ? undefined : figuresGiven({ [to]: numberToken(all), [of]: numberToken(part) });
  };
}

/** What the other figures of a formula are while one is sought. */
const BESIDE = ['1000', '1', '10', '100', '0'];

/** A value of a figure that is none to be sought. */
const fixedValue = (type: FigureType | undefined): { readonly value: Raw; readonly known: FigureValue } | undefined => {
  if (type === 'yesNo') return { value: true, known: { text: true, value: true } };
  return type === 'date' ? { value: FIRST_DAY, known: { text: FIRST_DAY, value: 0 } } : undefined;
};

/** Looks for one figure on which a formula hangs evenly, the others being what they may be. */
function reachFormula(formula: string, { rounding, figures }: Scheme): Reach {
  const names = figuresOf({ formula });
  const types = new Map(figures.map(({ id, type }) => [id, type]));
  const { evaluate } = compileExpression(formula, rounding.mode);
  const known = (values: ReadonlyMap<string, string>): Record<string, FigureValue> =>
    Object.fromEntries(
      names.map((name) => [name, fixedValue(types.get(name))?.known ?? { text: values.get(name) ?? '0', value: exact.fromText(values.get(name) ?? '0') }]),
    );
  const valueWith = (values: ReadonlyMap<string, string>): Rational | undefined => {
    try {
      return evaluate(known(values));
    } catch (error) {
      if (error instanceof DivisionByZero) return undefined;
      throw error;
    }
  };
  const written = (values: ReadonlyMap<string, string>): CaseFigures =>
    figuresGiven(Object.fromEntries(names.map((name) => [name, fixedValue(types.get(name))?.value ?? numberToken(values.get(name) ?? '0')])));
  const numeric = names.filter((name) => fixedValue(types.get(name)) === undefined);
  return (wanted) => {
    if (numeric.length === 0) {
      const only = valueWith(new Map());
      return only && exact.compare(only, wanted) === 0 ? written(new Map()) : undefined;
    }
    for (const sought of numeric)
      for (const beside of BESIDE) {
        const others = new Map(numeric.map((name) => [name, beside]));
        const [low, high] = ['1', '2'].map((each) => valueWith(new Map([...others, [sought, each]])));
        if (!low || !high || exact.compare(low, high) === 0) continue;
        const rise = exact.subtract(high, low);
        const text = declared(exact.add(exact.one, exact.divide(exact.subtract(wanted, low), rise)), types.get(sought));
        if (text === undefined) continue;
        const values = new Map([...others, [sought, text]]);
        const reached = valueWith(values);
        if (reached && exact.compare(reached, wanted) === 0) return written(values);
      }
    return undefined;
  };
}

/** How a quantity of a scheme is given a value. */
export function reachOf(quantity: Quantity, scheme: Scheme): Reach {
  if ('figure' in quantity) {
    const type = scheme.figures.find(({ id }) => id === quantity.figure)?.type;
    return (value) => {
      const text = declared(value, type);
      return text === undefined ? undefined : figuresGiven({ [quantity.figure]: numberToken(text) });
    };
  }
  if ('ratio' in quantity) return reachRatio(quantity);
  if ('days' in quantity) {
    const [from, to] = quantity.days as [string, string];
    return (value) => {
      const day = exact.isInteger(value) ? dayFrom(Number(value.n)) : undefined;
      if (from === to) return exact.isZero(value) ? figuresGiven({ [from]: FIRST_DAY }) : undefined;
      return day === undefined ? undefined : figuresGiven({ [from]: FIRST_DAY, [to]: day });
    };
  }
  if ('estimate' in quantity)
    return (value) => {
      const text = decimalOf(value);
      if (text === undefined || exact.isNegative(value) || exact.compare(value, exact.one) > 0 || placesOf(text) > Number(scheme.survey.places))
        return undefined;
      return { figures: {}, estimates: { [quantity.estimate]: { all: { mean: numberToken(text), answers: numberToken('100') } } } };
    };
  return reachFormula(quantity.formula, scheme);
}

const LEAST_PLACES = 2;

/** Into how many parts one is divided where cases stand beside an edge: whole numbers not at all, shares as their whole, else a decimal finer than the edge. */
function partsAt(edge: Rational, quantity: Quantity, scheme: Scheme): bigint {
  if (isWhole(quantity, new Map(scheme.figures.map(({ id, type }) => [id, type])))) return 1n;
  if ('ratio' in quantity) return wholeOf(edge);
  const text = decimalOf(edge);
  const finer = Math.min(MOST_PLACES, Math.max(LEAST_PLACES, (text ? placesOf(text) : 0) + 1));
  return 10n ** BigInt('estimate' in quantity ? Number(scheme.survey.places) : finer);
}

/** The values next to an edge that a quantity may have. */
export function besideEdge(edge: Rational, quantity: Quantity, scheme: Scheme): { readonly below: Rational; readonly above: Rational } {
  const parts = exact.integer(partsAt(edge, quantity, scheme));
  const scaled = exact.multiply(edge, parts);
  const ceiling = exact.negate(exact.floor(exact.negate(scaled)));
  return {
    below: exact.divide(exact.subtract(ceiling, exact.one), parts),
    above: exact.divide(exact.add(exact.floor(scaled), exact.one), parts),
  };
}
