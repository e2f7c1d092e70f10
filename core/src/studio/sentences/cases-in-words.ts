import * as exact from '../../quantity/rational.ts';
import { capital } from '../../text/capital.ts';
import type { RuleDoubt } from './bands-of.ts';
import type { Clause } from './clauses.ts';
import { intervalOf } from './intervals.ts';
import { NUMBER, numberIn } from './numbers.ts';
import { type ItemOfRule, mostOf, REST, type RuleDraft, type Said, topDoubts } from './rule-draft.ts';

/** A rule of cases in words: what takes away, what must all be there, yes or no, levels or parts. Penalties have none that is read. */
export const casesInWords = (said: Said, item: ItemOfRule): RuleDraft | undefined =>
  item.penalty
    ? undefined
    : (deductOf(said) ?? givenOf(said, item) ?? allOf(said, item) ?? listed(said, item) ?? yesNoOf(said.clauses, item) ?? listOf(said.clauses, item));

export const isUpTo = (clause: Clause): boolean => 'points' in clause && clause.upTo === true;
export const takes = (clause: Clause): boolean => 'points' in clause && clause.takes === true;

/** Cases that each take points away from the maximum. Whether they add up is not said. */
function deductOf({ clauses, others }: Said): RuleDraft | undefined {
  const taking = clauses.filter(takes);
  if (taking.length === 0 || taking.length < clauses.length) return undefined;
  // "01 văn bản chậm trừ 0,25" takes for each of them.
  if (taking.some(({ when }) => /^\d/.test(when))) return undefined;
  const checks = taking.flatMap((clause, index) =>
    'points' in clause ? [{ id: `m${index + 1}`, title: { vi: capital(clause.when) }, points: clause.points }] : [],
  );
  const isWorst = others.some((line) => /chỉ trừ theo trường hợp nặng nhất/iu.test(line));
  const isSaid = isWorst || others.some((line) => /trừ cộng dồn/iu.test(line));
  return {
    rule: { kind: 'deduct', checks, combine: isWorst ? 'worst' : 'sum' },
    figures: [],
    doubts: checks.length > 1 && !isSaid ? [{ code: 'combineUnsaid', details: {} }] : [],
  };
}

const GIVEN = new RegExp(String.raw`^chấm điểm trực tiếp, tối đa (${NUMBER}) điểm(?:, theo bước (${NUMBER}) điểm)?\.?$`, 'iu');

/** "Chấm điểm trực tiếp, tối đa 2 điểm, theo bước 0,25 điểm." */
function givenOf({ clauses, others }: Said, item: ItemOfRule): RuleDraft | undefined {
  const found = [...others, ...clauses.map(({ text }) => text)].map((line) => GIVEN.exec(line)).find((match) => match !== null);
  const [most, step] = [numberIn(found?.[1] ?? ''), found?.[2] === undefined ? undefined : numberIn(found[2])];
  if (!found || most === undefined || clauses.length + others.length > 1 || (found[2] !== undefined && step === undefined)) return undefined;
  return { rule: { kind: 'given', ...(step !== undefined && { step }) }, figures: [], doubts: topDoubts([most], item) };
}

/** "Đạt đủ tất cả nội dung dưới đây được 1 điểm; thiếu một nội dung: 0 điểm", with what must all be there. */
function allOf({ clauses, others }: Said, item: ItemOfRule): RuleDraft | undefined {
  const [whole, lacking] = clauses;
  if (clauses.length !== 2 || !whole || !lacking || !('points' in whole) || !('points' in lacking)) return undefined;
  if (
    !/^đạt đủ tất cả (?:các )?nội dung/iu.test(whole.when) ||
    !/^thiếu (?:một|1|bất kỳ)/iu.test(lacking.when) ||
    Number(lacking.points) !== 0 ||
    others.length < 2
  )
    return undefined;
  const checks = others.map((line, index) => ({ id: `m${index + 1}`, title: { vi: capital(line.replace(/[.;]$/u, '')) } }));
  return { rule: { kind: 'checks', checks, all: true }, figures: [], doubts: topDoubts([whole.points], item) };
}

const NEGATIVE = /^(?:không|chưa|chậm|muộn|quá hạn|trễ|sai|thiếu)(?:\s|$)/iu;

/** A case that is about a number alone, or about a share. */
const isOfNumber = ({ when }: Clause): boolean =>
  /\d\s*(?:%|phần trăm)|^(?:từ|trên|dưới|bằng|đạt|đến|≥|≤|<|>)\s*[-−]?\d/iu.test(when) || intervalOf(when)?.of === '';

/** A number stands in cases that are told as words: a person says whether it is to be reckoned with. */
const numberDoubts = (clauses: readonly Clause[]): RuleDoubt[] => (clauses.some(isOfNumber) ? [{ code: 'numberInWords', details: {} }] : []);

/** "Đúng thời hạn: 0,5; không đúng: 0": two cases, the one the denial of the other. */
function yesNoOf(clauses: readonly Clause[], item: ItemOfRule): RuleDraft | undefined {
  if (clauses.length !== 2) return undefined;
  const [one, other] = clauses as readonly [Clause, Clause];
  if (!('points' in one) || !('points' in other) || clauses.some(isUpTo)) return undefined;
  const isPlain = /^có$/iu.test(one.when) && /^không$/iu.test(other.when);
  const denied = (clause: Clause) => NEGATIVE.test(clause.when) || REST.test(clause.when);
  if (denied(one) === denied(other)) return undefined;
  const [yes, no] = denied(other) ? [one.points, other.points] : [other.points, one.points];
  if ((!isPlain && exact.compare(exact.fromText(yes), exact.fromText(no)) <= 0) || clauses.every(isOfNumber)) return undefined;
  return { rule: { kind: 'yesNo', yes, no }, figures: [], doubts: [...topDoubts([yes, no], item), ...numberDoubts(clauses)] };
}

/** Points of levels fall or rise; nought may come more than once. */
const isInOrder = (points: readonly number[]): boolean =>
  [points, points.toReversed()].some((order) =>
    order.every((each, index) => index === 0 || each < (order[index - 1] as number) || (each === 0 && order[index - 1] === 0)),
  );

/** "Chọn một mức:", "Cộng điểm các nội dung đã thực hiện:": whether one holds or all add up, where the words say it. */
function listed({ clauses, others }: Said, item: ItemOfRule): RuleDraft | undefined {
  const isOne = others.some((line) => /^chọn một mức/iu.test(line));
  if (!isOne && !others.some((line) => /^cộng điểm (?:các|từng) nội dung/iu.test(line))) return undefined;
  const given = clauses.flatMap((clause, index) =>
    'points' in clause && clause.when !== '' && !clause.takes
      ? [{ id: `m${index + 1}`, title: { vi: capital(clause.when) }, points: clause.points, upTo: clause.upTo }]
      : [],
  );
  if (given.length < clauses.length || given.length === 0 || (!isOne && given.some(({ upTo }) => upTo))) return undefined;
  const entries = given.map(({ upTo, points, ...entry }) => ({ ...entry, ...(upTo ? { upTo: points } : { points }) }));
  const doubts = isOne
    ? topDoubts(
        given.map(({ points }) => points),
        item,
      )
    : [];
  return { rule: isOne ? { kind: 'levels', levels: entries } : { kind: 'checks', checks: entries, all: false }, figures: [], doubts };
}

/** Cases in words: parts that add up to the maximum, or levels of which the best gives it. */
function listOf(clauses: readonly Clause[], item: ItemOfRule): RuleDraft | undefined {
  if (clauses.length < 2) return undefined;
  const given = clauses.flatMap((clause) =>
    'points' in clause && clause.when !== '' ? [{ title: { vi: capital(clause.when) }, points: clause.points, upTo: clause.upTo }] : [],
  );
  if (given.length < clauses.length || new Set(given.map(({ title }) => title.vi)).size < given.length) return undefined;
  // Cases that are all about a number are no list.
  if (clauses.every(isOfNumber)) return undefined;
  const maximum = exact.fromText(item.maximum);
  const total = exact.sum(given.map(({ points }) => exact.fromText(points)));
  const [addsUp, hasTop] = [exact.compare(total, maximum) === 0, exact.compare(mostOf(given.map(({ points }) => points)), maximum) === 0];
  const entries = given.map(({ title, points }, index) => ({ id: `m${index + 1}`, title, points }));
  if (given.some(({ upTo }) => upTo)) {
    if (!hasTop) return undefined;
    const levels = given.map(({ title, points, upTo }, index) => ({ id: `m${index + 1}`, title, ...(upTo ? { upTo: points } : { points }) }));
    return { rule: { kind: 'levels', levels }, figures: [], doubts: numberDoubts(clauses) };
  }
  const doubts: RuleDoubt[] = [
    ...(isInOrder(given.map((one) => Number(one.points))) ? [] : [{ code: 'oneOrSum' as const, details: {} }]),
    ...numberDoubts(clauses),
  ];
  if (hasTop) return { rule: { kind: 'levels', levels: entries }, figures: [], doubts };
  if (addsUp) return { rule: { kind: 'checks', checks: entries, all: false }, figures: [], doubts: numberDoubts(clauses) };
  return undefined;
}
