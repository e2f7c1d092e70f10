import { decimalOf } from '../../quantity/decimal.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { NUMBER, numberIn } from './numbers.ts';

/** What a number of a case counts; `unit` is the noun behind it: "ngày", "văn bản". */
export interface Measure {
  readonly kind: 'share' | 'count';
  readonly unit: string;
}

export interface Edge {
  readonly at: NumberText;
  /** Whether the edge itself is taken. */
  readonly taken: boolean;
}

/** "từ 80% đến dưới 95%": what a case takes, and what is said before it. */
export interface Interval {
  readonly low?: Edge;
  readonly high?: Edge;
  readonly measure: Measure;
  /** What is measured, where the case says so: "Tỷ lệ hồ sơ đúng hạn". */
  readonly of: string;
  /** The words do not say whether an edge is taken: "từ 80% đến 90%" beside "từ 90%". */
  readonly edgeUnsaid?: boolean;
}

/** What comes behind a number and says more than what is counted: a second condition. */
const CONDITION = /(?:^|[\s,])(?:nhưng|song|mà|và|hoặc|nếu|khi|đồng thời|kèm|trong đó)\s|,\s*(?:có|không|chưa|đúng|đạt|bảo đảm)\s/iu;

const VALUE = String.raw`(${NUMBER})\s*(%|phần trăm)?`;
const UNIT = String.raw`(?:\s+([\p{L}, ]{1,60}?))?`;
const END = String.raw`\s*[.,:)]?\s*$`;

type Read = (numbers: readonly NumberText[]) => Pick<Interval, 'low' | 'high' | 'edgeUnsaid'>;
const from = (at: NumberText | undefined): Edge => ({ at: at as NumberText, taken: true });
const above = (at: NumberText | undefined): Edge => ({ at: at as NumberText, taken: false });

/** Forms with two edges stand first: each contains one with one. */
const FORMS: readonly (readonly [string, Read])[] = [
  [`(?:từ|>=|≥)\\s*${VALUE}\\s*(?:đến|tới|[-–])\\s*(?:dưới|nhỏ hơn|chưa đến|<)\\s*${VALUE}`, ([a, b]) => ({ low: from(a), high: above(b) })],
  [`${VALUE}\\s*(?:≤|<=)[^\\d<≤]{0,40}<\\s*${VALUE}`, ([a, b]) => ({ low: from(a), high: above(b) })],
  [`${VALUE}\\s*<[^\\d<≤=]{0,40}(?:≤|<=)\\s*${VALUE}`, ([a, b]) => ({ low: above(a), high: from(b) })],
  [`(?:trên|hơn|>)\\s*${VALUE}\\s*(?:đến|tới|[-–])\\s*(?:dưới|<)\\s*${VALUE}`, ([a, b]) => ({ low: above(a), high: above(b) })],
  [`(?:trên|hơn|quá|>)\\s*${VALUE}\\s*(?:đến hết|đến|tới|[-–])\\s*${VALUE}`, ([a, b]) => ({ low: above(a), high: from(b) })],
  [`từ\\s*(?:trên\\s*)?${VALUE}\\s*(?:đến|tới|[-–])\\s*${VALUE}`, ([a, b]) => ({ low: from(a), high: from(b), edgeUnsaid: true })],
  [`(?:từ\\s*)?${VALUE}${UNIT}\\s*(?:trở lên|trở đi)`, ([a]) => ({ low: from(a) })],
  [`(?:≥|>=|tối thiểu|ít nhất|không dưới|không thấp hơn)\\s*${VALUE}`, ([a]) => ({ low: from(a) })],
  [`${VALUE}${UNIT}\\s*trở xuống`, ([a]) => ({ high: from(a) })],
  [`(?:≤|<=|không quá|không vượt quá|nhiều nhất)\\s*${VALUE}`, ([a]) => ({ high: from(a) })],
  [`(?:dưới|thấp hơn|nhỏ hơn|chưa đến|chưa đạt|ít hơn|<)\\s*${VALUE}`, ([a]) => ({ high: above(a) })],
  [`(?:trên|hơn|vượt|quá|>)\\s*${VALUE}`, ([a]) => ({ low: above(a) })],
  [`(?:đạt|bằng|đủ|có|=|^|,|chậm|hoàn thành|thực hiện|tỷ lệ)\\s*${VALUE}`, ([a]) => ({ low: from(a), high: from(a) })],
];

const WHOLE = FORMS.map(([form, read]) => ({ form: new RegExp(`^(.*?)\\s*${form}${UNIT}${END}`, 'iu'), read }));

/** Reads a case about a number; undefined where it is about none, or about several. */
export function intervalOf(when: string): Interval | undefined {
  for (const { form, read } of WHOLE) {
    const found = form.exec(when);
    if (!found) continue;
    const [, before = '', ...groups] = found;
    const written = groups.filter((text): text is string => text !== undefined && /^\d/.test(text));
    const numbers = written.map(numberIn);
    // Nothing here is below nought: a minus would be lost.
    if (/[-−–]\s*$/u.test(before) || /\d/.test(before.replaceAll(/“[^”]*”|\d+(?=[/-]\w)/gu, '')) || numbers.includes(undefined)) return undefined;
    const isShare = groups.some((text) => text === '%' || text === 'phần trăm');
    const unit = (groups.find((text) => text !== undefined && !/^\d|^%$|^phần trăm$/.test(text)) ?? '').trim();
    // "Không đạt 90%" is what lies below, whatever else the words say.
    if (CONDITION.test(`${unit} `) || /(?:^|\s)(?:không|chưa)\s*(?:đạt|được|có|đủ|bằng|hoàn thành|thực hiện)?\s*$/iu.test(before)) return undefined;
    const values = isShare ? numbers.map((text) => hundredth(text as NumberText)) : (numbers as NumberText[]);
    const { low, high, edgeUnsaid } = read(values);
    return {
      ...(low && { low }),
      ...(high && { high }),
      ...(edgeUnsaid && { edgeUnsaid }),
      measure: { kind: isShare ? 'share' : 'count', unit },
      of: before.replace(/(?:\s+(?:đạt|là|có|:|,))+\s*$/iu, '').trim(),
    };
  }
  return undefined;
}

const NONE = /^(?:trong (?:năm|kỳ),?\s+)?(?:không|chưa) có\s*(.*)$/iu;

/** "Không có sáng kiến" beside cases that count: none of them; undefined for other words. */
export function noneOf(when: string): Interval | undefined {
  const unit = NONE.exec(when)?.[1]?.trim();
  if (unit === undefined || !/^[\p{L} ]{0,60}$/u.test(unit)) return undefined;
  const nothing: Edge = { at: '0', taken: true };
  return { low: nothing, high: nothing, measure: { kind: 'count', unit }, of: '' };
}

/** Whether cases count the same thing, as far as each says what. */
export function countTheSame(intervals: readonly Interval[]): boolean {
  const [first, ...others] = intervals.map(({ measure }) => measure.unit.toLowerCase()).filter((unit) => unit !== '');
  return intervals.every(({ measure }) => measure.kind === intervals[0]?.measure.kind) && others.every((unit) => unit === first);
}

const hundredth = (text: NumberText): NumberText => decimalOf(exact.divide(exact.fromText(text), exact.hundred)) as NumberText;
