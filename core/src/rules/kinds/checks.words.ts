import * as exact from '../../quantity/rational.ts';
import { equals, number, pointsOfTicked, type RuleWording, titled, withCut, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { ChecksRule } from './checks.ts';

const TEXTS = texts({
  checks: { vi: 'Cộng điểm các nội dung đã thực hiện:', en: 'Points are added for what was done:' },
  checksAll: {
    vi: (maximum: string) => `Đạt đủ tất cả nội dung dưới đây được ${maximum}; thiếu một nội dung: 0 điểm:`,
    en: (maximum: string) => `${maximum} when all of these are done, 0 when one is not:`,
  },
  allChecks: {
    vi: (done: string, of: string, points: string) => `Đạt ${done} trên ${of} nội dung: ${points}.`,
    en: (done: string, of: string, points: string) => `${done} of ${of} done: ${points}.`,
  },
});

/** How `checks` is told. */
export const checksWords: RuleWording<ChecksRule> = {
  texts: TEXTS,
  describe: (rule, item, names) =>
    words(rule.all ? TEXTS[names.language].checksAll(names.pointsOf(item.maximum)) : TEXTS[names.language].checks, {
      rows: rule.checks.map((check) => ({ what: titled(check, names), points: rule.all || check.points === undefined ? '' : names.pointsOf(check.points) })),
    }),
  explain(rule, scored) {
    const { names, maximum } = scored;
    const parts = pointsOfTicked(rule, scored);
    if (rule.all) {
      const all = parts.length === rule.checks.length;
      return [TEXTS[names.language].allChecks(String(parts.length), String(rule.checks.length), names.points(all ? maximum : exact.zero))];
    }
    const total = exact.sum(parts);
    return withCut([`${parts.map((part) => number(part, names)).join(' + ') || '0'} ${equals(names.points(total))}.`], total, scored);
  },
};
