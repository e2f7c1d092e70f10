import type { Rational, RoundingMode } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import { at, type Path } from '../reading/path.ts';
import { alternatives, type Draft, object, oneOf, required, type Shape, text } from '../reading/shape.ts';
import { checkExpression } from './expression/check.ts';
import { compileExpression, DivisionByZero } from './expression/compile.ts';
import { figuresIn, parseExpression } from './expression/parse.ts';
import type { FigureType } from './figure-type.ts';
import { type ComputingFault, type Estimates, type FigureValues, type Inputs, NOTHING_USED, notAnswered, type Outcome, points, type Uses } from './inputs.ts';
import type { Bounds, RuleContext } from './kind.ts';

export const WHEN_NOTHING = ['notApplicable', 'full', 'zero'] as const;
export const OVER = ['refuse', 'cap', 'allow'] as const;
type WhenNothing = (typeof WHEN_NOTHING)[number];

export interface FigureQuantity {
  figure: string;
}
export interface RatioQuantity {
  ratio: string[];
  whenNothing: WhenNothing;
  over: (typeof OVER)[number];
}
export interface DaysQuantity {
  days: string[];
}
export interface EstimateQuantity {
  estimate: string;
}
export interface FormulaQuantity {
  formula: string;
}
/** What a rule measures (contract §2, Quantities). */
export type Quantity = FigureQuantity | RatioQuantity | DaysQuantity | EstimateQuantity | FormulaQuantity;

const pair: Shape<string[]> = {
  read(raw, path, faults) {
    if (!Array.isArray(raw) || raw.length !== 2) {
      faults.add('wrongType', path, { expected: '[figure, figure]' });
      return undefined;
    }
    return raw.map((member, index) => text.read(member, at(path, index), faults));
  },
};

export const quantityShape: Shape<Quantity> = alternatives<Quantity>({
  figure: object<FigureQuantity>({ figure: required(text) }),
  ratio: object<RatioQuantity>({ ratio: required(pair), whenNothing: required(oneOf(WHEN_NOTHING)), over: required(oneOf(OVER)) }),
  days: object<DaysQuantity>({ days: required(pair) }),
  estimate: object<EstimateQuantity>({ estimate: required(text) }),
  formula: object<FormulaQuantity>({ formula: required(text) }),
});

const NUMBERS: readonly FigureType[] = ['count', 'amount', 'number'];

/** Says so where a figure is unknown or of a type that cannot stand here. */
export function checkFigure(id: string | undefined, types: readonly FigureType[], path: Path, { figures, allFigures, faults }: RuleContext): void {
  if (id === undefined) return;
  const type = figures.get(id);
  if (!figures.has(id)) {
    if (allFigures) faults.add('unknownId', path, { found: id });
  } else if (type && !types.includes(type)) faults.add('wrongType', path, { found: type, expected: types.join(', ') });
}

export const checkNumericFigure = (id: string | undefined, path: Path, context: RuleContext): void => checkFigure(id, NUMBERS, path, context);

export function checkQuantity(quantity: Draft<Quantity>, path: Path, context: RuleContext): void {
  if ('figure' in quantity) checkNumericFigure(quantity.figure, at(path, 'figure'), context);
  if ('ratio' in quantity) quantity.ratio?.forEach((id, index) => checkFigure(id, ['count', 'amount'], at(path, 'ratio', index), context));
  if ('days' in quantity) quantity.days?.forEach((id, index) => checkFigure(id, ['date'], at(path, 'days', index), context));
  if ('estimate' in quantity && quantity.estimate !== undefined && context.allQuestions && !context.questions.has(quantity.estimate)) {
    context.faults.add('unknownId', at(path, 'estimate'), { found: quantity.estimate });
  }
  if ('formula' in quantity && quantity.formula !== undefined) checkExpression(quantity.formula, at(path, 'formula'), context);
}

/** Whether the quantity can only be a whole number, so that bands may be compared over integers; undefined where that is not known. */
export function isWhole(quantity: Draft<Quantity> | undefined, figures: RuleContext['figures']): boolean | undefined {
  if (!quantity) return undefined;
  if ('figure' in quantity) {
    const type = quantity.figure === undefined ? undefined : figures.get(quantity.figure);
    return type && type === 'count';
  }
  if ('days' in quantity) return true;
  return 'ratio' in quantity || 'estimate' in quantity || 'formula' in quantity ? false : undefined;
}

/** The figures of a quantity in the order of its text. */
export function figuresOf(quantity: Quantity): string[] {
  if ('figure' in quantity) return [quantity.figure];
  if ('ratio' in quantity) return [...new Set(quantity.ratio)];
  if ('days' in quantity) return [...new Set(quantity.days)];
  if ('estimate' in quantity) return [];
  const expression = parseExpression(quantity.formula);
  return expression ? figuresIn(expression) : [];
}

export const usesOf = (quantity: Quantity): Uses => ({
  ...NOTHING_USED,
  figures: figuresOf(quantity),
  estimates: 'estimate' in quantity ? [{ question: quantity.estimate, groups: ['all'] }] : [],
});

export type Measured =
  | { readonly value: Rational }
  /** The whole of a ratio is 0. */
  | { readonly nothing: WhenNothing }
  | { readonly fault: ComputingFault };

/** A quantity as a function of figures and estimates that are all present. */
export function compileQuantity(quantity: Quantity, mode: RoundingMode, previous = false): (figures: FigureValues, estimates: Estimates) => Measured {
  const numberOf = (figures: FigureValues, id: string) => figures[id]?.value as Rational;

  if ('figure' in quantity) {
    const { figure } = quantity;
    return (figures) => ({ value: numberOf(figures, figure) });
  }
  if ('ratio' in quantity) {
    const [of, to] = quantity.ratio as [string, string];
    const { over, whenNothing } = quantity;
    return (figures) => {
      const [part, whole] = [numberOf(figures, of), numberOf(figures, to)];
      const exceeds = exact.compare(part, whole) > 0;
      if (exceeds && over === 'refuse') return { fault: { says: 'fault', code: 'overWhole', figure: of, previous } };
      if (exact.isZero(whole)) return { nothing: whenNothing };
      return { value: exceeds && over === 'cap' ? exact.one : exact.divide(part, whole) };
    };
  }
  if ('days' in quantity) {
    const [from, to] = quantity.days as [string, string];
    return (figures) => ({ value: exact.integer((figures[to]?.value as number) - (figures[from]?.value as number)) });
  }
  if ('estimate' in quantity) {
    const { estimate } = quantity;
    return (_figures, estimates) => ({ value: exact.fromText(estimates[estimate]?.['all']?.mean as string) });
  }
  const { evaluate } = compileExpression(quantity.formula, mode);
  return (figures) => {
    try {
      return { value: evaluate(figures) };
    } catch (error) {
      if (error instanceof DivisionByZero) return { fault: { says: 'fault', code: 'divisionByZero' } };
      throw error;
    }
  };
}

/** What is absent of a quantity now, in the order of its text. */
export const missingOf = (uses: Uses, { figures, estimates }: Inputs): string[] => [
  ...uses.figures.filter((id) => figures[id] === undefined),
  ...uses.estimates.filter(({ question, groups }) => !groups.some((group) => estimates[question]?.[group])).map(({ question }) => `estimates.${question}`),
];

/** What stands when a ratio's whole is 0. */
export function whenNothingOutcome(nothing: WhenNothing, { maximum }: Bounds): Outcome {
  if (nothing === 'notApplicable') return { says: 'notApplicable', because: 'whenNothing' };
  return points(nothing === 'full' ? maximum : exact.zero, { because: 'whenNothing' });
}

/** A rule that measures one quantity of now and turns its value into points. */
export function compileMeasuring(quantity: Quantity, bounds: Bounds, mode: RoundingMode, score: (value: Rational) => Outcome): (inputs: Inputs) => Outcome {
  const uses = usesOf(quantity);
  const measure = compileQuantity(quantity, mode);
  return (inputs) => {
    const missing = missingOf(uses, inputs);
    if (missing.length > 0) return notAnswered(missing);
    const measured = measure(inputs.figures, inputs.estimates);
    if ('fault' in measured) return measured.fault;
    return 'nothing' in measured ? whenNothingOutcome(measured.nothing, bounds) : score(measured.value);
  };
}
