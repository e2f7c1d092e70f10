import { displayFraction, displayPercent } from '../quantity/display.ts';
import { fromFraction } from '../quantity/rational.ts';
import { type Item, itemsOfDomains, type Scheme } from '../scheme/types.ts';
import type { About, Situation } from '../studio/cases/propose.ts';
import { inLanguage, type Language, PHRASES } from './index.ts';
import { beginning, quote } from './language.ts';
import { type InBoth, texts } from './texts.ts';

type Made = InBoth<(name: string) => string>;

const SITUATIONS = texts<{ readonly [S in Situation]: Made }>({
  below: { vi: (edge) => `sát dưới ngưỡng ${edge}`, en: (edge) => `just below ${edge}` },
  on: { vi: (edge) => `đúng ngưỡng ${edge}`, en: (edge) => `exactly ${edge}` },
  above: { vi: (edge) => `sát trên ngưỡng ${edge}`, en: (edge) => `just above ${edge}` },
  nothingThere: { vi: () => 'mẫu số bằng 0', en: () => 'the whole is 0' },
  over: { vi: () => 'tử số lớn hơn mẫu số', en: () => 'the part is more than the whole' },
  noPrevious: { vi: () => 'chưa có số liệu kỳ trước', en: () => 'no figures of the year before' },
  nothingGiven: { vi: () => 'chưa có số liệu, câu trả lời nào', en: () => 'no figure or answer given' },
  notArisen: { vi: () => 'không phát sinh', en: () => 'its content did not arise' },
  yes: { vi: () => 'có', en: () => 'yes' },
  no: { vi: () => 'không', en: () => 'no' },
  level: { vi: (level) => `mức ${level}`, en: (level) => `level ${level}` },
  noCheck: { vi: () => 'không có nội dung nào', en: () => 'none of the parts' },
  oneCheck: { vi: (check) => `chỉ có ${check}`, en: (check) => `${check} only` },
  allButOne: { vi: (check) => `đủ, trừ ${check}`, en: (check) => `all but ${check}` },
  allChecks: { vi: () => 'có đủ mọi nội dung', en: () => 'all of the parts' },
  least: { vi: (level) => `mức thấp nhất${level && ` của ${level}`}`, en: (level) => `the least${level && ` of ${level}`}` },
  middle: { vi: (level) => `mức ở giữa${level && ` của ${level}`}`, en: (level) => `in the middle${level && ` of ${level}`}` },
  most: { vi: (level) => `mức cao nhất${level && ` của ${level}`}`, en: (level) => `the most${level && ` of ${level}`}` },
  sample: { vi: (value) => `mọi số liệu bằng ${value}`, en: (value) => `every figure is ${value}` },
  condition: { vi: (condition) => `vi phạm điều kiện ${condition}`, en: (condition) => `the condition ${condition} is not met` },
});

const PARTS = texts({
  days: { vi: (count: string) => `${count} ngày`, en: (count: string) => (count === '1' ? '1 day' : `${count} days`) },
  answers: { vi: (count: string) => `${count} phiếu`, en: (count: string) => (count === '1' ? '1 answer' : `${count} answers`) },
  change: { vi: (edge: string) => `chênh lệch ${edge}`, en: (edge: string) => `a change of ${edge}` },
  when: { vi: (item: string, answer: string) => `${item} trả lời ${answer}: `, en: (item: string, answer: string) => `${item} is answered ${answer}: ` },
  refused: { vi: (item: string) => `${item} không được công nhận: `, en: (item: string) => `${item} is not accepted: ` },
});

function edgeText({ value, unit, ofChange }: NonNullable<About['edge']>, language: Language): string {
  const words = PARTS[language];
  const number = displayFraction(value, language);
  const text = unit === 'share' ? displayPercent(fromFraction(value), language) : unit === 'number' ? number : words[unit](number);
  return ofChange ? words.change(text) : text;
}

interface Titled {
  readonly id: string;
  readonly title?: { vi: string; en?: string };
}

/** Levels, checks and conditions of an item, in whatever rule they stand. */
function titlesOf({ rule, conditions }: Item): Titled[] {
  const rules = rule.kind === 'branch' ? [...rule.cases.map((entry) => entry.rule), ...(rule.otherwise === 'notApplicable' ? [] : [rule.otherwise])] : [rule];
  return [
    ...rules.flatMap((one): readonly Titled[] => (one.kind === 'levels' ? one.levels : one.kind === 'checks' || one.kind === 'deduct' ? one.checks : [])),
    ...conditions,
  ];
}

const calledIn = (items: readonly Item[], id: string, language: Language): string => {
  const found = items.flatMap(titlesOf).find((each) => each.id === id && each.title);
  return quote(inLanguage(found?.title, language) ?? id);
};

/** What a proposed case is about: "Sát dưới ngưỡng 80%". `item`: the one whose case it is. */
export function proposedCaseText({ at, edge, id, when }: About, scheme: Scheme, language: Language, item?: string): string {
  const items = itemsOfDomains(scheme.domains);
  const own = items.filter(({ code }) => code === item);
  const name = edge ? edgeText(edge, language) : id === undefined ? '' : at === 'sample' ? id : calledIn(own.length > 0 ? own : items, id, language);
  const told = SITUATIONS[language][at](name);
  if (!when) return beginning(told);
  const { yes, no } = PHRASES[language];
  const named = items.filter(({ code }) => code === when.item);
  const answer = typeof when.is === 'boolean' ? quote(beginning(when.is ? yes : no)) : calledIn(named, when.is ?? '', language);
  return (when.is === null ? PARTS[language].refused(when.item) : PARTS[language].when(when.item, answer)) + told;
}
