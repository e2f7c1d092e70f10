import { decimalOf } from '../../quantity/decimal.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { NUMBER, numberIn } from './numbers.ts';

const SHARE = String.raw`(?:[(\[]{0,2}\s*(?:tỷ lệ|tỉ lệ|kết quả|số)[^×x*/:=\d]*|%[^×x*/:=\d]*|[a-z]\s*)\)?`;
const POINTS = String.raw`(${NUMBER}|điểm tối đa|điểm chuẩn|số điểm tối đa)(?:\s*điểm)?`;
const WHOLE = String.raw`(${NUMBER})\s*(%)?`;
/** "tỷ lệ × 2 / 95%", "tỷ lệ / 95% × 2", "tỷ lệ × 2". */
const TIMES_FIRST = new RegExp(String.raw`^${SHARE}\s*(?:[×x*]|nhân(?: với)?)\s*${POINTS}\s*\)?\s*(?:(?:[/:]|chia(?: cho)?)\s*${WHOLE})?\s*\)?\s*\.?$`, 'iu');
const PART_FIRST = new RegExp(String.raw`^${SHARE}\s*(?:[/:]|chia(?: cho)?)\s*${WHOLE}\s*\)?\s*(?:[×x*]|nhân(?: với)?)\s*${POINTS}\s*\.?$`, 'iu');

const [OPEN, CLOSE, TIMES, OVER] = [String.raw`[\[(\s]*`, String.raw`[\])\s]*`, String.raw`(?:[×x*]|nhân(?: với)?)\s*`, String.raw`(?:[/:]|chia(?: cho)?)\s*`];
const LETTERS = String.raw`${OPEN}([a-z])\s*${OVER}([a-z])${CLOSE}(?:${TIMES}100\s*%${CLOSE})?`;
/** "(b/a) × 2", "2 × b/a", "(b × 2)/a": a share of two numbers that letters stand for. */
const OF_LETTERS = [
  { form: new RegExp(`^${LETTERS}${TIMES}${POINTS}${CLOSE}(?:${OVER}100\\s*%${CLOSE})?\\.?$`, 'iu'), places: [1, 2, 3] },
  { form: new RegExp(`^${OPEN}${POINTS}\\s*${TIMES}${LETTERS}\\.?$`, 'iu'), places: [2, 3, 1] },
  { form: new RegExp(`^${OPEN}([a-z])\\s*${TIMES}${POINTS}${CLOSE}${OVER}([a-z])${CLOSE}\\.?$`, 'iu'), places: [1, 3, 2] },
] as const;

/** What is reckoned, without the words before it. */
const formulaOf = (sentence: string): string =>
  sentence
    .replace(/^.*?=\s*/u, '')
    .replace(/^(?:(?:số )?điểm(?: đánh giá| đạt được)? )?(?:được )?(?:tính|chấm)(?: điểm)? theo công thức(?: sau)?\s*:?\s*/iu, '');

/** The letters of "(b/a) × 2": the numerator's, the denominator's, and the points that stand beside them. */
export function lettersIn(sentence: string): { readonly of: string; readonly to: string; readonly points: string } | undefined {
  const said = formulaOf(sentence);
  for (const { form, places } of OF_LETTERS) {
    const found = form.exec(said);
    const [of, to, points] = places.map((place) => found?.[place]);
    if (of !== undefined && to !== undefined && points !== undefined && of !== to) return { of: of.toLowerCase(), to: to.toLowerCase(), points };
  }
  return undefined;
}

/**
 * The share at which what is reckoned comes to the maximum, read from "điểm = tỷ lệ × 2 / 95%" (there 0.95 where the maximum is 2).
 * Undefined where the sentence is not understood or never comes to the maximum.
 */
export function coefficientOf(sentence: string, maximum: NumberText): NumberText | undefined {
  const written = writtenIn(sentence);
  if (!written?.points) return undefined;
  const points = /^\d/.test(written.points) ? numberIn(written.points) : maximum;
  const number = written.whole === undefined ? '1' : numberIn(written.whole);
  if (points === undefined || number === undefined || Number(points) === 0) return undefined;
  // "/ 100" beside a share in percent says the same as "/ 100%".
  const isPercent = written.percent !== undefined || Number(number) > 1;
  const whole = isPercent ? exact.divide(exact.fromText(number), exact.hundred) : exact.fromText(number);
  const target = decimalOf(exact.divide(exact.multiply(whole, exact.fromText(maximum)), exact.fromText(points)));
  return target !== undefined && Number(target) > 0 ? target : undefined;
}

/** The points that a share is taken times where nothing divides it: they are to be the maximum. Undefined where they are, or something divides. */
export function otherThanMaximum(sentence: string, maximum: NumberText): NumberText | undefined {
  const written = writtenIn(sentence);
  const points = written?.points !== undefined && written.whole === undefined && /^\d/.test(written.points) ? numberIn(written.points) : undefined;
  return points !== undefined && exact.compare(exact.fromText(points), exact.fromText(maximum)) !== 0 ? points : undefined;
}

/** The points that a share is taken times, and the share that they are divided by, as they are written. */
function writtenIn(
  sentence: string,
): { readonly points: string | undefined; readonly whole?: string | undefined; readonly percent?: string | undefined } | undefined {
  const letters = lettersIn(sentence);
  if (letters) return { points: letters.points };
  const said = formulaOf(sentence);
  const times = TIMES_FIRST.exec(said);
  if (times) return { points: times[1], whole: times[2], percent: times[3] };
  const part = PART_FIRST.exec(said);
  return part ? { points: part[3], whole: part[1], percent: part[2] } : undefined;
}
