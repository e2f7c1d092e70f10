import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { decimalOf, NUMBER, numberIn } from './numbers.ts';

const SHARE = String.raw`(?:[(\[]{0,2}\s*(?:tỷ lệ|tỉ lệ|kết quả|số)[^×x*/:=\d]*|%[^×x*/:=\d]*|[a-z]\s*)\)?`;
const POINTS = String.raw`(${NUMBER}|điểm tối đa|điểm chuẩn|số điểm tối đa)(?:\s*điểm)?`;
const WHOLE = String.raw`(${NUMBER})\s*(%)?`;
/** "tỷ lệ × 2 / 95%", "tỷ lệ / 95% × 2", "tỷ lệ × 2". */
const TIMES_FIRST = new RegExp(String.raw`^${SHARE}\s*(?:[×x*]|nhân(?: với)?)\s*${POINTS}\s*\)?\s*(?:(?:[/:]|chia(?: cho)?)\s*${WHOLE})?\s*\)?\s*\.?$`, 'iu');
const PART_FIRST = new RegExp(String.raw`^${SHARE}\s*(?:[/:]|chia(?: cho)?)\s*${WHOLE}\s*\)?\s*(?:[×x*]|nhân(?: với)?)\s*${POINTS}\s*\.?$`, 'iu');

/**
 * The share at which what is reckoned comes to the maximum, read from "điểm = tỷ lệ × 2 / 95%" (there 0.95 where the maximum is 2).
 * Undefined where the sentence is not understood or never comes to the maximum.
 */
export function coefficientOf(sentence: string, maximum: NumberText): NumberText | undefined {
  const said = sentence.replace(/^.*?=\s*/u, '').replace(/^(?:được )?(?:tính|chấm)(?: điểm)? theo công thức:?\s*/iu, '');
  const times = TIMES_FIRST.exec(said);
  const part = times ? null : PART_FIRST.exec(said);
  const written = times ? { points: times[1], whole: times[2], percent: times[3] } : part ? { points: part[3], whole: part[1], percent: part[2] } : undefined;
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
