import { foldedLine, plainLine } from './plain-line.ts';
import { isStampLine } from './signature-stamp.ts';

/** Which part of a first page's heading (Decree 30/2020/NĐ-CP, Annex I) a piece of text is, as its own words tell. */
export interface HeadingPart {
  readonly text: string;
  readonly is: 'country' | 'date' | 'other';
}

/** Quốc hiệu and Tiêu ngữ, whole or as they break, and the heading of the Party's documents. */
const COUNTRY = /cong hoa xa hoi chu nghia(?: viet(?: nam)?)?|doc ?lap ?[-.]? ?tu ?do ?[-.]? ?hanh ?phuc|dang cong san viet nam|^(?:viet )?nam$/g;
/** "Hà Nội, ngày 05 tháng 02 năm 2026", and the same with day or month left to the pen. */
const DAY = /,? ?ngay(?:[ \d.…_]*thang[ \d.…_]*nam| ?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4})/;
/** Columns of a text laid out with spaces. */
const COLUMNS = / {3,}|\t+/;
/** The number stands left of place and date on one row; so may the end of what a letter is about. */
const NUMBER_BEFORE = /^(?:\p{L}+ )?s[ốôo] ?[:.]?.*?\/ ?[\p{L}\d][^ ]*(?= )/iu;
/** A place's name as it ends: "Hà Nội", "TP. Hồ Chí Minh", "Minh họa 01". */
const PLACE_AT_END = /(?<=^| )\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*(?: \p{Ll}+)?(?: \d+)?$/u;

function placeStart(before: string): number {
  const number = NUMBER_BEFORE.exec(before)?.[0];
  return number === undefined ? (PLACE_AT_END.exec(before)?.index ?? before.length) : number.length;
}

function partsWithin(line: string): HeadingPart[] {
  const parts: HeadingPart[] = [];
  const add = (text: string, is: HeadingPart['is']) => {
    const trimmed = text.replace(/^[\s|]+|[\s|]+$/g, '');
    if (trimmed !== '' && !isStampLine(trimmed)) parts.push({ text: trimmed, is });
  };
  let done = 0;
  for (const { 0: found, index } of foldedLine(line).matchAll(COUNTRY)) {
    add(line.slice(done, index), 'other');
    add(found === '' ? '' : line.slice(index, index + found.length), 'country');
    done = index + found.length;
  }
  const rest = line.slice(done);
  const day = DAY.exec(foldedLine(rest));
  const start = day ? placeStart(rest.slice(0, day.index)) : rest.length;
  add(rest.slice(0, start), 'other');
  add(rest.slice(start), 'date');
  return parts;
}

/** The parts of one line as it was extracted; left and right of the heading often come as one. */
export const headingParts = (line: string): HeadingPart[] =>
  line
    .split(COLUMNS)
    .map(plainLine)
    .filter((text) => text !== '')
    .flatMap(partsWithin);
