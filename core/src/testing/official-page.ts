import type { PageLine } from '../evidence/page-line.ts';

/** A first page as Annex I of Decree 30/2020/NĐ-CP lays it out. */
export interface OfficialPage {
  /** Issuing body, number, what a letter is about, stamps beneath. */
  readonly left: readonly string[];
  /** Quốc hiệu, Tiêu ngữ, place and date. */
  readonly right: readonly string[];
  /** Kind and subject, or "Kính gửi", centred. */
  readonly title: readonly string[];
  /** The text, from the left margin. */
  readonly body: readonly string[];
  /** The stamp of a digital signature, in small letters at the right. */
  readonly stamp: readonly string[];
}

/** A4 in points. */
export const A4 = { width: 595, height: 842 };
const [LEFT_MARGIN, RIGHT_MARGIN] = [85, 552];
const [LEFT_CENTRE, RIGHT_CENTRE] = [165, 405];
const LINE = 16;

const widthOf = (text: string, height: number): number =>
  [...text.normalize('NFC')].reduce((sum, sign) => sum + (sign === ' ' ? 0.25 : /\p{Lu}/u.test(sign) ? 0.62 : 0.45), 0) * height;

function line(text: string, y: number, place: { centre: number } | { left: number }, height: number): PageLine & { width: number } {
  // A block that would not find room is set narrower, as clerks do.
  const width = Math.min(widthOf(text, height), 'centre' in place && place.centre < 380 && place.centre !== 318.5 ? 205 : 265, RIGHT_MARGIN - LEFT_MARGIN);
  const wide = 'centre' in place && place.centre === 318.5 ? Math.min(widthOf(text, height), 440) : width;
  return { text, x: 'centre' in place ? place.centre - wide / 2 : place.left, y, height, width: wide };
}

/** Place and date stand on the row of the number. */
function rowsOf({ left, right }: OfficialPage): { left: string | undefined; right: string | undefined }[] {
  const number = left.findIndex((text) => /^(?:\S+ )?Số/.test(text.normalize('NFC')));
  const dateRow = Math.max(number, 2, right.length - 1);
  const rows = Array.from({ length: Math.max(left.length, dateRow + 1) }, (_, index) => ({ left: left[index], right: undefined as string | undefined }));
  right.forEach((text, index) => {
    const row = rows[index === right.length - 1 && right.length > 2 ? dateRow : index];
    if (row) row.right = text;
  });
  return rows;
}

/** The page with the place of every line. */
export function placedLines(page: OfficialPage): (PageLine & { width: number })[] {
  const lines: (PageLine & { width: number })[] = [];
  let y = 60;
  for (const { left, right } of rowsOf(page)) {
    if (left !== undefined) lines.push(line(left, y, { centre: LEFT_CENTRE }, 12.5));
    if (right !== undefined) lines.push(line(right, y + 0.4, { centre: RIGHT_CENTRE }, 12.5));
    y += LINE;
  }
  page.stamp.forEach((text, index) => lines.push({ ...line(text, 32 + index * 8, { left: 430 }, 6.5), width: 110 }));
  y += LINE;
  for (const text of page.title) {
    lines.push(line(text, y, { centre: (LEFT_MARGIN + RIGHT_MARGIN) / 2 }, 14));
    y += LINE;
  }
  y += LINE;
  for (const text of page.body) {
    lines.push({ ...line(text, y, { left: LEFT_MARGIN + 36 }, 14), width: RIGHT_MARGIN - LEFT_MARGIN - 36 });
    y += LINE + 4;
  }
  return lines;
}

/** The same as words that came one by one, as many PDF files hold them. */
export const placedWords = (page: OfficialPage): PageLine[] =>
  placedLines(page).flatMap(({ text, x, y, height, width }) => {
    const scale = width / (widthOf(text, height) || 1);
    let left = x;
    return text.split(' ').map((word) => {
      const own = widthOf(word, height) * scale;
      const piece = { text: word, x: left, y, height, width: own };
      left += own + 0.25 * height * scale;
      return piece;
    });
  });

/** Ways in which the text of such a page comes out of a file, where places are lost. */
export const TEXT_ORDERS = {
  'rows with columns': (page) => rowsOf(page).map(({ left = '', right = '' }) => (right === '' ? left : `${left.padEnd(46)}    ${right}`)),
  'rows as one line': (page) => rowsOf(page).map(({ left, right }) => [left, right].filter((text) => text !== undefined).join(' ')),
  'left before right on each row': (page) => rowsOf(page).flatMap(({ left, right }) => [left, right].filter((text) => text !== undefined)),
  'left block first': ({ left, right }) => [...left, ...right],
  'right block first': ({ left, right }) => [...right, ...left],
} as const satisfies Record<string, (page: OfficialPage) => string[]>;

/** The lines of text of a page in one of those ways. */
export const textLines = (page: OfficialPage, order: keyof typeof TEXT_ORDERS): string[] => [
  ...page.stamp,
  ...TEXT_ORDERS[order](page),
  ...page.title,
  ...page.body,
];
