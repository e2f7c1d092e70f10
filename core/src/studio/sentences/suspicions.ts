import * as exact from '../../quantity/rational.ts';
import type { RuleDoubt } from './bands-of.ts';
import type { Clause } from './clauses.ts';
import { intervalOf } from './intervals.ts';
import { type ItemOfRule, type RuleDraft, type Said, wordsLeft } from './rule-draft.ts';

/** A sentence that says for whom, or when, what follows holds. */
const NARROWS = /^(?:chỉ\s+)?(?:áp dụng|tính|đối với|riêng|trường hợp|nếu|khi)\s/iu;
const NARROWED = /(?:^|[\s,(])(?:đối với|riêng|chỉ (?:áp dụng|tính))\s/iu;
/** A second condition before the number of a case: "có kế hoạch và hoàn thành từ 90%". */
const JOINED = /(?:^|[\s,])(?:nhưng|song|mà|và|hoặc|đồng thời|kèm)\s/iu;
const OF_A_QUANTITY = /^(?:tỷ lệ|tỉ lệ|tổng số|số|mức)\s/iu;
/** What grew or fell is no share of one year. */
const CHANGES = /^(?:có\s+)?(?:mức\s+)?(?:tăng|giảm|cao hơn|thấp hơn)\s|(?:tỷ|tỉ) lệ (?:tăng|giảm)\s/iu;
const SAID_BEFORE = /^(?:(?:tỷ|tỉ) lệ|số|mức)(?: này| đó| trên)?$/iu;

const withoutQuoted = (text: string): string => text.replaceAll(/“[^”]*”/gu, '').replace(/^(?:nếu|khi|trường hợp)\s+/iu, '');

/** Cases of which a number decides, and what they say besides it. */
function besideNumbers(clauses: readonly Clause[]): string[] {
  const named = clauses.flatMap(({ when, text }) => {
    const interval = intervalOf(when);
    return interval ? [{ text, of: withoutQuoted(interval.of).trim() }] : [];
  });
  const joined = named.filter(({ of }) => JOINED.test(`${of} `) && !OF_A_QUANTITY.test(of)).map(({ text }) => text);
  const names = [...new Set(named.map(({ of }) => of.toLowerCase()).filter((of) => of.length > 5 && !SAID_BEFORE.test(of)))];
  const changing = clauses.filter(({ text }) => CHANGES.test(`${text} `)).map(({ text }) => text);
  return [...joined, ...(names.length > 1 ? names : []), ...changing];
}

/** The least that a rule gives, where it lists what it gives. */
function leastOf({ rule }: RuleDraft): exact.Rational | undefined {
  if (rule.kind === 'yesNo') return exact.fromText(rule.no ?? '0');
  if (rule.kind !== 'levels') return undefined;
  return rule.levels.map((level) => exact.fromText('points' in level ? level.points : '0')).reduce(exact.least);
}

/** What the words of a rule may say that the rule that was read from them does not hold: told as doubts, for a person to look at. */
export function suspicions({ clauses, others }: Said, item: ItemOfRule, draft: RuleDraft): RuleDoubt[] {
  const { rule } = draft;
  const narrowing = [...others.filter((line) => NARROWS.test(`${line} `)), ...clauses.filter(({ when }) => NARROWED.test(`${when} `)).map(({ text }) => text)];
  const isOfNumber = rule.kind === 'bands' || rule.kind === 'proportional';
  const least = leastOf(draft);
  const isChosen = others.some((line) => /^chọn một mức/iu.test(line)) || clauses.every(({ when }) => /^(?:có|không)$/iu.test(when));
  const isRestUnsaid =
    (least !== undefined && !exact.isZero(least) && !isChosen) || (rule.kind === 'bands' && item.penalty && !exact.isZero(exact.fromText(rule.otherwise)));
  const isNought = rule.kind === 'checks' && !rule.all && rule.checks.some((check) => exact.isZero(exact.fromText(('points' in check && check.points) || '0')));
  return [
    ...wordsLeft([...narrowing, ...(isOfNumber ? besideNumbers(clauses) : [])]),
    ...(isRestUnsaid ? [{ code: 'restUnsaid' as const, details: {} }] : []),
    ...(isNought ? [{ code: 'oneOrSum' as const, details: {} }] : []),
    ...(rule.kind === 'deduct' && clauses.some(({ when }) => /\d/.test(when)) ? [{ code: 'numberInWords' as const, details: {} }] : []),
  ];
}
