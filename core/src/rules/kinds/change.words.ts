import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import type { UsedInputs } from '../../scoring/result.ts';
import { differenceUnitOf, unitOf } from '../../words/measure.ts';
import { bandRows, bandStep, ofValue, quantityNotes, type RuleWording, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { Quantity } from '../quantity.ts';
import type { ChangeRule } from './change.ts';

const TEXTS = texts({
  changePrevious: {
    vi: (quantity: string) => `Theo mức tăng, giảm của ${quantity} so với kỳ trước:`,
    en: (quantity: string) => `By the change of ${quantity} since the round before:`,
  },
  changeFigure: {
    vi: (quantity: string, figure: string) => `Theo mức tăng, giảm của ${quantity} so với ${figure}:`,
    en: (quantity: string, figure: string) => `By the change of ${quantity} against ${figure}:`,
  },
  whenNoPrevious: {
    notApplicable: { vi: 'Không có số liệu kỳ trước: không đánh giá.', en: 'No earlier figure: not applicable.' },
    zero: { vi: 'Không có số liệu kỳ trước: 0 điểm.', en: 'No earlier figure: 0 points.' },
    full: { vi: 'Không có số liệu kỳ trước: được điểm tối đa.', en: 'No earlier figure: full points.' },
  },
  difference: {
    vi: (now: string, before: string, difference: string) => `${now} − ${before} ${difference.startsWith('≈') ? '' : '= '}${difference}.`,
    en: (now: string, before: string, difference: string) => `${now} − ${before} ${difference.startsWith('≈') ? '' : '= '}${difference}.`,
  },
});

/** How `change` is told. */
export const changeWords: RuleWording<ChangeRule> = {
  texts: TEXTS,
  describe(rule, _item, names) {
    const own = TEXTS[names.language];
    const of = names.quantity(rule.of);
    return words(rule.against === 'previous' ? own.changePrevious(of) : own.changeFigure(of, names.figure(rule.against.figure)), {
      rows: bandRows(rule, names),
      notes: [...(rule.whenNoPrevious ? [own.whenNoPrevious[rule.whenNoPrevious]] : []), ...quantityNotes(rule.of, names)],
    });
  },
  explain: ofValue((rule, value, scored) => {
    const { names, inputs } = scored;
    const unit = unitOf(rule.of);
    const now = valueOfNow(rule.of, inputs);
    const difference = names.value(value, differenceUnitOf(rule.of));
    const first = now
      ? TEXTS[names.language].difference(names.value(now, unit), names.value(exact.subtract(now, value), unit), difference)
      : `${names.quantity(rule.of)}: ${difference}.`;
    return [first, bandStep(rule, scored)];
  }),
};

/** The quantity of now from the inputs shown, where it is a plain figure or ratio. */
function valueOfNow(quantity: Quantity, inputs: UsedInputs): Rational | undefined {
  const figure = (id: string | undefined) => (id !== undefined && typeof inputs[id] === 'string' ? exact.fromText(inputs[id]) : undefined);
  if ('figure' in quantity) return figure(quantity.figure);
  if (!('ratio' in quantity)) return undefined;
  const [of, to] = [figure(quantity.ratio[0]), figure(quantity.ratio[1])];
  if (!of || !to || exact.isZero(to)) return undefined;
  const share = exact.divide(of, to);
  return quantity.over === 'cap' ? exact.least(share, exact.one) : share;
}
