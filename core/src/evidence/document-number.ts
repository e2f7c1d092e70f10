import { plainLine } from './plain-line.ts';

/** A document number found in a line. */
export interface FoundNumber {
  /** As written, without spaces, with plain dashes. */
  readonly number: string;
  /** Where it begins and ends in the line. */
  readonly start: number;
  readonly end: number;
}

const PART = String.raw`\p{L}(?:(?!ngày)[\p{L}\d]|&(?=\p{L})|\.(?=\p{Lu}{2})){0,14}`;
const START = String.raw`(?:(?<![\d/.,\p{L}-])|(?<=[Ss][ốôo]))`;
/** 876/QĐ-BNV, 33/2024/QH15, 12a/BC-SNV: the State's form, kind or body behind the slash. */
const OF_STATE = String.raw`(?<state>\d{1,6}[A-Za-zĐđ]{0,2} ?/ ?(?:\d{4} ?/ ?)?)(?<parts>${PART}(?:-${PART}| ?- ?(?=\p{Lu}{2})${PART}){0,5})`;
/** 57-NQ/TW: the Party's form, the kind before the slash. */
const OF_PARTY = String.raw`(?<party>\d{1,6}[A-Za-zĐđ]? ?- ?\p{Lu}[\p{L}]{0,5} ?/ ?\p{Lu}[\p{Lu}\d]{1,9}(?:-\p{Lu}[\p{Lu}\d]{1,9})?)`;
const CANDIDATE = new RegExp(`${START}(?:${OF_PARTY}|${OF_STATE})`, 'gu');

/** Letters of a body or kind: KH, TTg, QyĐ, QH15, SGD&ĐT; or all of them small, as people type. */
const CAPITAL_PART = /^(?:[\p{Lu}\d&.]+|(?=(?:\P{Lu}*\p{Lu}){2})[\p{Lu}\d]+\p{Ll}[\p{Lu}\d]*|QyĐ)$/u;
const SMALL_PART = /^[a-zđ\d&]+$/;

/** The parts of a candidate that are letters of a number, without a word joined by a dash. */
function lettersIn(written: string): string | undefined {
  let end = 0;
  for (const { 0: part, index } of written.matchAll(/[^ -]+/g)) {
    if (!CAPITAL_PART.test(part) && !SMALL_PART.test(part)) break;
    end = index + part.length;
  }
  return end === 0 ? undefined : written.slice(0, end);
}

/** All document numbers in a plain line, in their order. */
export function findNumbers(line: string): FoundNumber[] {
  return [...line.matchAll(CANDIDATE)].flatMap(({ 0: whole, index: start, groups }) => {
    const { party, state, parts } = groups as { party?: string; state?: string; parts?: string };
    const letters = party === undefined ? lettersIn(parts ?? '') : undefined;
    if (party === undefined && letters === undefined) return [];
    const written = party ?? `${state}${letters}`;
    // A single part is a number only in capitals or beside a year: 136/CP, 33/2024/QH15, but not 5/km.
    if (party === undefined && !letters?.includes('-') && !/^\p{Lu}[\p{Lu}\d]+$/u.test(letters ?? '') && !/\d{4} ?\/ ?$/.test(state ?? '')) return [];
    return [{ number: written.replaceAll(' ', ''), start, end: start + Math.min(written.length, whole.length) }];
  });
}

/**
 * The form in which document numbers are compared: capitals without marks, plain dashes, no spaces, no leading zeros, no "Số".
 * @example documentNumberKey('Số: 05/kh – ubnd') === documentNumberKey('5/KH-UBND')
 */
export const documentNumberKey = (number: string): string =>
  decomposed(decomposed(plainLine(number)).toUpperCase())
    .replace(/[\p{M}\p{Cf}\p{White_Space}]/gu, '')
    .replace(/[ĐÐƉ]/g, 'D')
    .replace(/\p{Dash}/gu, '-')
    .replace(/^(?:SO[:.]?)+(?=\d)/, '')
    .replace(/^0+(?=\d)/, '');

/** Capitals of some signs come apart again. */
const decomposed = (text: string): string => text.normalize('NFKD');
