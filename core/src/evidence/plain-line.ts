import { plainTyped } from '../quantity/typed-text.ts';

/** Composing takes time by the square of a run of marks; no writing has more than 30 on one letter (UAX #15, Stream-Safe). */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
/** Marks of direction that `plainTyped` leaves. */
const DIRECTIONS = /[\u061c\u202a-\u202e\u2066-\u2069]/g;
/** The long dashes, and the soft hyphen by which PDF files write a hyphen. */
const DASHES = /[\u00ad\u2014\u2015\ufe58\ufe63]/g;
const MARKS = /\p{M}/gu;

/** A line of a document or a field with plain characters: NFC, single spaces, any dash as "-", and Đ where its look-alike Ð (eth) was written. */
export const plainLine = (text: string): string =>
  plainTyped(
    text
      .toWellFormed()
      .replace(TOO_MANY_MARKS, '$1')
      .replace(DIRECTIONS, '')
      .replace(DASHES, '-')
      .normalize('NFC')
      .replace(/[\u0110\u00d0\u0189]/g, 'Đ')
      .replace(/[\u0111\u00f0]/g, 'đ'),
  );

/** A plain line without marks and in lower case, each character at its own place, so that what is found in it can be cut from the line. */
export const foldedLine = (line: string): string =>
  Array.from({ length: line.length }, (_, index) => {
    const [first] = line.charAt(index).replace(/[đĐ]/, 'd').normalize('NFD').replace(MARKS, '').toLowerCase();
    return first ?? ' ';
  }).join('');

/** Whether a line stands in capitals: at least two letters, and four of five of them. */
export function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals * 5 >= letters * 4;
}

/** A line without its spaces, to compare words whose letters may be set apart: "T Ố I M Ậ T". */
export const withoutSpaces = (line: string): string => line.replaceAll(' ', '');
