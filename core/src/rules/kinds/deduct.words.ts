import { displayDecimal } from '../../quantity/display.ts';
import * as exact from '../../quantity/rational.ts';
import { equals, number, pointsOfTicked, type RuleWording, titled, withCut, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { DeductRule } from './deduct.ts';

const TEXTS = texts({
  deduct: {
    vi: (maximum: string) => `Điểm tối đa ${maximum}, trừ cộng dồn theo từng trường hợp:`,
    en: (maximum: string) => `Maximum ${maximum}, less for each case:`,
  },
  deductWorst: {
    vi: (maximum: string) => `Điểm tối đa ${maximum}, chỉ trừ theo trường hợp nặng nhất:`,
    en: (maximum: string) => `Maximum ${maximum}, less for the worst case only:`,
  },
});

/** How `deduct` is told. */
export const deductWords: RuleWording<DeductRule> = {
  texts: TEXTS,
  describe: (rule, item, names) =>
    words(TEXTS[names.language][rule.combine === 'sum' ? 'deduct' : 'deductWorst'](displayDecimal(item.maximum, names.language)), {
      rows: rule.checks.map((check) => ({ what: titled(check, names), points: `−${names.pointsOf(check.points as string)}` })),
    }),
  explain(rule, scored) {
    const { names, maximum } = scored;
    const parts = pointsOfTicked(rule, scored);
    const taken = rule.combine === 'sum' ? exact.sum(parts) : parts.reduce(exact.greatest, exact.zero);
    const total = exact.subtract(maximum, taken);
    const shown = rule.combine === 'sum' && parts.length > 1 ? `(${parts.map((part) => number(part, names)).join(' + ')})` : number(taken, names);
    return withCut([`${number(maximum, names)} − ${shown} ${equals(names.points(total))}.`], total, scored);
  },
};
