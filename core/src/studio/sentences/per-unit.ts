import type { RuleDoubt } from './bands-of.ts';
import type { Clause } from './clauses.ts';
import { NUMBER, numberIn } from './numbers.ts';
import { type FigureDraft, type ItemOfRule, idOf, type RuleDraft, type Said, same, wordsLeft } from './rule-draft.ts';

/** "Mỗi sáng kiến được 0,25 điểm, tối đa 1". */
export const EACH = new RegExp(
  String.raw`^(?:cứ\s+(?:mỗi|một|0?1|thêm)|mỗi|từng)\s+(.+?)\s*(?:[,:]\s*)?(được cộng|được tính|được|cộng|tính|chấm|bị trừ|trừ|:)\s*(?:điểm\s*)?(${NUMBER})\s*(?:điểm|đ)?(?:[,;]?\s*(?:nhưng\s+)?(?:trừ\s+|cộng\s+|được\s+)?(?:tối đa|không quá|cao nhất)\s*(?:là\s*)?(?:bị trừ\s*|trừ\s*|cộng\s*|được\s*)?(?:không quá\s*)?(${NUMBER})\s*(?:điểm|đ)?)?\s*[.]?$`,
  'iu',
);
/** "Thiếu hoặc chậm 01 báo cáo trừ 0,25 điểm", said as "Mỗi báo cáo thiếu hoặc chậm trừ 0,25 điểm". */
const EACH_LACKING =
  /^((?:thiếu|chậm|trễ|sai|muộn)(?:[\s,]+(?:hoặc|và|thiếu|chậm|trễ|sai|muộn))*)\s+(?:0?1|một|mỗi)\s+([\p{L} ]+?)\s*([,:]?\s*(?:thì\s+|sẽ\s+)?(?:bị\s+)?trừ\s.*)$/iu;
const asEach = (line: string): string =>
  line.replace(EACH_LACKING, (_, lacking: string, what: string, takes: string) => `Mỗi ${what} ${lacking.toLowerCase()} ${takes}`);

/** Whether a line says what each of something gives or takes. */
export const isOfEach = (line: string): boolean => /^(?:cứ|mỗi|từng)\s/iu.test(asEach(line));

const AT_MOST = new RegExp(
  String.raw`^(?:nhưng\s+)?(?:trừ\s+|cộng\s+)?(?:tổng\s+)?(?:điểm\s+)?(?:tối đa|không quá|cao nhất)\s*(?:là\s*|không quá\s*|bị trừ\s*|trừ\s*|cộng\s*|được\s*|:\s*)?(${NUMBER})\s*(?:điểm|đ)?`,
  'iu',
);

const OWN = new RegExp(String.raw`^theo “([^”]+)”: mỗi đơn vị (?:vượt quá (${NUMBER}) )?tính ([-−]?)(${NUMBER}) điểm\.$`, 'iu');

/** The same in a scheme's own words: "Theo “Số sáng kiến”: mỗi đơn vị vượt quá 2 tính 0,5 điểm." */
function ownPerUnit(lines: readonly string[], item: ItemOfRule): RuleDraft | undefined {
  const found = lines.map((line) => OWN.exec(line)).find((match) => match !== null);
  const [points, free] = [numberIn(found?.[4] ?? ''), numberIn(found?.[2] ?? '0')];
  if (!found || points === undefined || free === undefined || (found[3] !== '') !== item.penalty) return undefined;
  const id = idOf(item.code);
  return {
    rule: { kind: 'perUnit', of: { figure: id }, points: item.penalty ? `-${points}` : points, free },
    figures: [{ id, type: 'count', title: found[1] as string, named: true }],
    doubts: [],
  };
}

/** "Mỗi sáng kiến được 0,25 điểm, tối đa 1", or points taken away for each. */
export function perUnitOf({ clauses, others }: Said, item: ItemOfRule): RuleDraft | undefined {
  const said = [...others, ...clauses.map(({ text }) => text)].map(asEach);
  const own = ownPerUnit(said, item);
  if (own) return own;
  const each = said.map((line) => EACH.exec(line)).filter((match) => match !== null);
  const [found] = each;
  if (!found || each.length !== 1 || said.filter(isOfEach).length > 1) return undefined;
  const points = numberIn(found[3] as string);
  if (points === undefined || Number(points) === 0) return undefined;
  const counted = (found[1] as string).replace(/\s+(?:thì|sẽ|mà)$/iu, '').trim();
  // A number before what is counted, or points within it: it is not read of one by one.
  if (/\d|điểm|^(?:hai|ba|bốn|năm|mười|trăm)\s|^trong\s|phần trăm|thứ (?:hai|ba|nhất)/iu.test(counted)) return undefined;
  const takes = /trừ/iu.test(found[2] as string) || /(?:bị )?trừ$/iu.test(counted);
  // Another case beside it says something that this rule cannot hold, but for what gives the maximum from which each takes.
  const isWhole = (clause: Clause): boolean => takes && 'points' in clause && !clause.takes && same(clause.points, item.maximum);
  const isNone = (clause: Clause): boolean => /^(?:không|chưa)\s/iu.test(clause.when) && 'points' in clause && same(clause.points, '0');
  const besides = clauses
    .filter((clause) => !isWhole(clause))
    .flatMap((clause) => (isOfEach(clause.text) || /^(?:tối đa|nhưng)/iu.test(clause.text) || isNone(clause) ? [] : [clause.text]));
  const cap = found[4] ?? said.map((line) => AT_MOST.exec(line)?.[1]).find((most) => most !== undefined);
  const most = cap === undefined ? undefined : numberIn(cap);
  const doubts: RuleDoubt[] = [
    ...wordsLeft(besides),
    ...(most !== undefined && !same(most, item.maximum) ? [{ code: 'topIsNotMaximum' as const, details: { top: most, maximum: item.maximum } }] : []),
  ];
  const id = idOf(item.code);
  const figures: FigureDraft[] = [{ id, type: 'count', title: `Số ${counted}`, named: true }];
  if (takes && !item.penalty) return { rule: { kind: 'formula', expression: `${item.maximum} - ${points} * ${id}` }, figures, doubts };
  return { rule: { kind: 'perUnit', of: { figure: id }, points: item.penalty ? `-${points}` : points, free: '0' }, figures, doubts };
}
