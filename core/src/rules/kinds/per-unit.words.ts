import * as exact from '../../quantity/rational.ts';
import { unitOf } from '../../words/measure.ts';
import { equals, measured, number, ofValue, quantityNotes, type RuleWording, withCut, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { PerUnitRule } from './per-unit.ts';

const TEXTS = texts({
  perUnit: {
    vi: (quantity: string, points: string, unit: string, free: string | undefined) =>
      `Theo ${quantity}: mỗi ${unit} ${free === undefined ? '' : `vượt quá ${free} `}tính ${points}.`,
    en: (quantity: string, points: string, unit: string, free: string | undefined) =>
      `By ${quantity}: ${points} for each ${unit}${free === undefined ? '' : ` beyond ${free}`}.`,
  },
  /** What one more of a quantity is called. */
  unit: {
    number: { vi: 'đơn vị', en: 'unit' },
    percent: { vi: '100%', en: '100%' },
    days: { vi: 'ngày', en: 'day' },
  },
});

/** How `perUnit` is told. */
export const perUnitWords: RuleWording<PerUnitRule> = {
  texts: TEXTS,
  describe({ of, points, free }, _item, names) {
    const rule = TEXTS[names.language];
    const unit = unitOf(of);
    const beyond = free === '0' ? undefined : names.value(exact.fromText(free), unit);
    return words(rule.perUnit(names.quantity(of), names.pointsOf(points), rule.unit[unit === 'percentagePoints' ? 'percent' : unit], beyond), {
      notes: quantityNotes(of, names),
    });
  },
  explain: ofValue((rule, value, scored) => {
    const { names } = scored;
    const [free, each] = [exact.fromText(rule.free), exact.fromText(rule.points)];
    const units = exact.greatest(exact.zero, exact.subtract(value, free));
    const total = exact.multiply(units, each);
    const counted = exact.isZero(free) ? number(value, names) : `(${number(value, names)} − ${number(free, names)})`;
    return withCut(
      [measured(rule.of, value, scored), `${exact.isZero(units) ? '0' : counted} × ${number(each, names)} ${equals(names.points(total))}.`],
      total,
      scored,
    );
  }),
};
