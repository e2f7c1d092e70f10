import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { object, oneOf, optional, required, type Shape, text } from '../../reading/shape.ts';
import { measuring } from '../asks.ts';
import { type BandTable, bandFields, checkBandTable, compileBandTable } from '../band-table.ts';
import { notAnswered, type Outcome, points } from '../inputs.ts';
import type { RuleKind } from '../kind.ts';
import {
  checkNumericFigure,
  checkQuantity,
  compileQuantity,
  figuresOf,
  isWhole,
  missingOf,
  type Quantity,
  quantityShape,
  usesOf,
  whenNothingOutcome,
} from '../quantity.ts';
import { byBands } from '../seek.ts';
import { changeWords } from './change.words.ts';

export const WHEN_NO_PREVIOUS = ['notApplicable', 'zero', 'full'] as const;

/** Bands on the difference between now and the round before, or a figure of a base year. */
export interface ChangeRule extends BandTable {
  kind: 'change';
  of: Quantity;
  against: 'previous' | { figure: string };
  whenNoPrevious?: (typeof WHEN_NO_PREVIOUS)[number];
}

const againstFigure = object<{ figure: string }>({ figure: required(text) });
const againstPrevious = oneOf(['previous']);

const against: Shape<'previous' | { figure: string }> = {
  read: (raw, path, faults) => (typeof raw === 'string' ? againstPrevious : (againstFigure as Shape<never>)).read(raw, path, faults),
};

export const change: RuleKind<ChangeRule> = {
  shape: object<ChangeRule>({
    kind: required(oneOf(['change'])),
    of: required(quantityShape),
    against: required(against),
    ...bandFields,
    whenNoPrevious: optional(oneOf(WHEN_NO_PREVIOUS)),
  }),
  check(rule, path, context) {
    const { faults, figures } = context;
    if (rule.of) checkQuantity(rule.of, at(path, 'of'), context);
    const whole = [isWhole(rule.of, figures)];
    if (rule.against === 'previous') {
      const where = at(path, 'whenNoPrevious');
      if (rule.whenNoPrevious === undefined && !faults.has(where)) faults.add('missingKey', where, { key: 'whenNoPrevious' });
      if (rule.of && 'estimate' in rule.of) faults.add('notAllowedHere', at(path, 'of', 'estimate'));
    } else if (rule.against) {
      const where = at(path, 'whenNoPrevious');
      if (rule.whenNoPrevious !== undefined || faults.has(where)) faults.add('notAllowedHere', where);
      checkNumericFigure(rule.against.figure, at(path, 'against', 'figure'), context);
      whole.push(isWhole(rule.against, figures));
    } else whole.push(undefined);
    checkBandTable(rule, path, whole.includes(false) ? false : whole.includes(undefined) ? undefined : true, context);
  },
  takes: [],
  uses({ of, against }) {
    const uses = usesOf(of);
    if (against === 'previous') return { ...uses, previous: figuresOf(of) };
    return { ...uses, figures: [...new Set([...uses.figures, against.figure])] };
  },
  compile(rule, bounds, constants) {
    const { of, against: base, whenNoPrevious } = rule;
    const uses = change.uses(rule, constants);
    const [now, then] = [compileQuantity(of, constants.mode), compileQuantity(of, constants.mode, true)];
    const choose = compileBandTable(rule);
    const noPrevious = (): Outcome => {
      if (whenNoPrevious === 'notApplicable') return { says: 'notApplicable', because: 'whenNoPrevious' };
      return points(whenNoPrevious === 'full' ? bounds.maximum : exact.zero, { because: 'whenNoPrevious' });
    };
    return (inputs) => {
      // Figures in the order of the text (`of`, then `against`), estimates of `of` before the base figure.
      const missing = [...missingOf(usesOf(of), inputs), ...(base === 'previous' || inputs.figures[base.figure] !== undefined ? [] : [base.figure])];
      if (missing.length > 0) return notAnswered([...new Set(missing)]);
      const current = now(inputs.figures, inputs.estimates);
      if ('fault' in current) return current.fault;
      if ('nothing' in current) return whenNothingOutcome(current.nothing, bounds);
      let before: exact.Rational;
      if (base === 'previous') {
        const { previous } = inputs;
        if (!previous || uses.previous.some((id) => previous[id] === undefined)) return noPrevious();
        const past = then(previous, inputs.estimates);
        if ('fault' in past) return past.fault;
        if ('nothing' in past) return noPrevious();
        before = past.value;
      } else before = inputs.figures[base.figure]?.value as exact.Rational;
      const value = exact.subtract(current.value, before);
      const chosen = choose(value);
      return points(chosen.points, { value, band: chosen.band });
    };
  },
  asks: measuring,
  seeks: byBands,
  words: changeWords,
};
