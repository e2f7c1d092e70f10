import { casesInWords, isUpTo, takes } from './cases-in-words.ts';
import { clausesOf, type RuleLine } from './clauses.ts';
import { measuredOf } from './measured.ts';
import { EACH, isOfEach, perUnitOf } from './per-unit.ts';
import { type ItemOfRule, type RuleDraft, type Said, type Settings, wordsLeft } from './rule-draft.ts';
import { settingOf } from './settings.ts';
import { suspicions } from './suspicions.ts';

/** What compares two years is no value of one: such rules are left to a person. */
const OF_TWO_YEARS = /(?:mức )?tăng, giảm|so với (?:năm|kỳ|cùng kỳ)|năm trước(?: liền kề)?|(?:tăng|giảm) so với/iu;

/** What hangs on another item, what is asked in a survey, and formulas are left to a person. */
const NOT_READ = /^(?:theo nội dung kê khai ở tiêu chí|kết quả điều tra|trường hợp “|điểm tính theo từng trường hợp)/iu;

/** Sentences that say again what the maximum is. */
const ABOUT_ALL = /^(?:điểm )?(?:tối đa|tổng)|điểm tối đa/iu;

/**
 * Reads a rule from what a decision says of an item's points; undefined where it is not understood.
 * Each case must have been understood, and the most that the cases give must be the item's maximum, or there is a doubt.
 */
export function readRule(lines: readonly RuleLine[], item: ItemOfRule): RuleDraft | undefined {
  const all = clausesOf(lines, item.maximum);
  const said: Said = {
    clauses: all.clauses.filter(({ text }) => settingOf(text) === undefined),
    others: all.others.filter((line) => settingOf(line) === undefined),
    settings: Object.assign({}, ...[...all.clauses.map(({ text }) => text), ...all.others].map(settingOf)) as Settings,
  };
  if (
    [...said.others, item.title].some((line) => OF_TWO_YEARS.test(line)) ||
    [...all.others, ...all.clauses.map(({ text }) => text)].some((line) => NOT_READ.test(line))
  )
    return undefined;
  const perUnit = perUnitOf(said, item);
  // What each of something gives is no case of which one holds.
  if (!perUnit && [...said.others, ...said.clauses.map(({ text }) => text)].some(isOfEach)) return undefined;
  const read = perUnit ?? (said.clauses.some(isUpTo) ? casesInWords(said, item) : (measuredOf(said, item) ?? casesInWords(said, item)));
  const isMeasured = read?.rule.kind === 'bands' || read?.rule.kind === 'proportional';
  if (isMeasured && said.clauses.some(({ text }) => OF_TWO_YEARS.test(text))) return undefined;
  if (!read || (!item.penalty && said.clauses.some(takes) && read.rule.kind !== 'deduct' && read.rule.kind !== 'formula')) return undefined;
  const unread = said.others.filter(
    (line) => (/làm tròn/iu.test(line) || /\d\s*%/.test(line) || (/\d/.test(line) && /điểm/iu.test(line))) && !ABOUT_ALL.test(line) && !EACH.test(line),
  );
  const doubts = [...read.doubts, ...wordsLeft(unread), ...suspicions(said, item, read)];
  return { ...read, doubts: doubts.filter(({ code }, index) => code === 'gap' || doubts.findIndex((each) => each.code === code) === index) };
}
