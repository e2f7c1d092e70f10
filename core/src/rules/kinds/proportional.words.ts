import * as exact from '../../quantity/rational.ts';
import { endsAtWhole, unitOf } from '../../words/measure.ts';
import { equals, measured, number, ofValue, quantityNotes, type RuleWording, withCut, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { ProportionalRule } from './proportional.ts';

const TEXTS = texts({
  /** `target` is reached at its own or from there up. */
  proportional: {
    vi: (quantity: string, maximum: string, target: string, endsThere: boolean, below: string) =>
      `Theo ${quantity}: đạt ${endsThere ? target : `từ ${target} trở lên`} được ${maximum}; dưới mức đó: điểm = ${below}.`,
    en: (quantity: string, maximum: string, target: string, endsThere: boolean, below: string) =>
      `By ${quantity}: ${maximum} ${endsThere ? 'at' : 'from'} ${target}; below: points = ${below}.`,
  },
  /** What is measured, within the arithmetic. */
  measure: { percent: { vi: 'tỷ lệ', en: 'share' }, other: { vi: 'giá trị', en: 'value' } },
  floor: { vi: (floor: string, points: string) => `Dưới ${floor}: ${points}.`, en: (floor: string, points: string) => `Below ${floor}: ${points}.` },
  rowRounding: {
    halfUp: {
      vi: (places: string) => `Điểm được làm tròn ${places} chữ số thập phân ngay tại tiêu chí.`,
      en: (places: string) => `The points are rounded to ${places} decimal places at the item.`,
    },
    halfEven: {
      vi: (places: string) => `Điểm được làm tròn ${places} chữ số thập phân ngay tại tiêu chí, phần lẻ đúng một nửa thì về số chẵn.`,
      en: (places: string) => `The points are rounded to ${places} decimal places at the item, a half to the even number.`,
    },
  },
  belowFloor: {
    vi: (value: string, floor: string, points: string) => `${value} dưới mức sàn ${floor}: ${points}.`,
    en: (value: string, floor: string, points: string) => `${value} is below the floor of ${floor}: ${points}.`,
  },
  rounded: {
    vi: (from: string, places: string, to: string) => `${from} làm tròn ${places} chữ số thập phân = ${to}.`,
    en: (from: string, places: string, to: string) => `${from} rounded to ${places} decimal places = ${to}.`,
  },
});

/** How `proportional` is told. */
export const proportionalWords: RuleWording<ProportionalRule> = {
  texts: TEXTS,
  describe(rule, item, names) {
    const own = TEXTS[names.language];
    const unit = unitOf(rule.of);
    const shown = (text: string) => names.value(exact.fromText(text), unit);
    // A share of 100% is the share itself.
    const over = unit === 'percent' && rule.target === '1' ? '' : ` / ${shown(rule.target)}`;
    const below = `${own.measure[unit === 'percent' ? 'percent' : 'other']}${over} × ${number(exact.fromText(item.maximum), names)}`;
    const endsThere = rule.target === '1' && endsAtWhole(rule.of);
    return words(own.proportional(names.quantity(rule.of), names.pointsOf(item.maximum), shown(rule.target), endsThere, below), {
      notes: [
        ...(rule.floor === undefined ? [] : [own.floor(shown(rule.floor), names.pointsOf(rule.belowFloor))]),
        ...(rule.round ? [own.rowRounding[rule.round.mode](rule.round.places)] : []),
        ...quantityNotes(rule.of, names),
      ],
    });
  },
  explain: ofValue((rule, value, scored) => {
    const { names, maximum } = scored;
    const explain = TEXTS[names.language];
    const unit = unitOf(rule.of);
    const first = measured(rule.of, value, scored);
    const shown = names.value(value, unit);
    if (rule.floor !== undefined && exact.compare(value, exact.fromText(rule.floor)) < 0) {
      return [first, explain.belowFloor(shown, names.value(exact.fromText(rule.floor), unit), names.pointsOf(rule.belowFloor))];
    }
    const target = exact.fromText(rule.target);
    const full = exact.multiply(exact.least(exact.divide(value, target), exact.one), maximum);
    const share = rule.target === '1' ? shown : `${shown} / ${names.value(target, unit)}`;
    const sum =
      exact.compare(value, target) >= 0
        ? `${shown} ≥ ${names.value(target, unit)}: ${names.points(full)}.`
        : `${share} × ${number(maximum, names)} ${equals(names.points(full))}.`;
    if (!rule.round) return withCut([first, sum], full, scored);
    const rounded = exact.round(full, Number(rule.round.places), rule.round.mode);
    const rounding = exact.compare(rounded, full) === 0 ? [] : [explain.rounded(number(full, names), rule.round.places, names.points(rounded))];
    return withCut([first, sum, ...rounding], rounded, scored);
  }),
};
