import { plainLine } from './plain-line.ts';

/** A piece of text on a page, with its place in points from the top left. `y` may be the top or the base of letters, the same for all. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width?: number;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Text of one row that belongs together. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** A page holds far fewer; what follows is no first page any more. */
const MOST_LINES = 5_000;
/** In heights of a letter: within a word, between words, between the halves of a number left blank ("Số:      /KH-UBND"). */
const [WITHIN_WORD, BETWEEN_WORDS, BLANK_NUMBER] = [0.15, 1.2, 6];

const finite = ({ x, y, height, width = 0 }: PageLine): boolean => [x, y, height, width].every(Number.isFinite);

/** Joins pieces of a row to segments, in reading order: row by row, from the left. Letters set apart and words that came one by one become lines again. */
export function segmentsOf(lines: readonly PageLine[], page: PageSize): Segment[] {
  const pieces = lines
    .slice(0, MOST_LINES)
    .filter(finite)
    .map(({ text, x, y, height, width }): Segment & { measured: boolean } => {
      const plain = plainLine(text);
      const size = Math.max(height, 1);
      return { text: plain, left: x, right: x + (width ?? plain.length * size * 0.5), y, height: size, measured: width !== undefined };
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.y - b.y || a.left - b.left);
  const rows: (typeof pieces)[] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && piece.y - first.y <= 0.5 * Math.min(first.height, piece.height)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const joined: Segment[] = [];
    for (const piece of row.sort((a, b) => a.left - b.left)) {
      const last = joined.at(-1);
      const gap = last ? (piece.left - last.right) / Math.max(last.height, piece.height) : Number.POSITIVE_INFINITY;
      const isBlankNumber = piece.right < page.width / 2 && gap <= BLANK_NUMBER;
      if (!last || (gap > BETWEEN_WORDS && !isBlankNumber)) {
        joined.push(piece);
        continue;
      }
      const space = piece.measured && gap <= WITHIN_WORD ? '' : ' ';
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text}${space}${piece.text}`,
        right: Math.max(last.right, piece.right),
        height: Math.max(last.height, piece.height),
      };
    }
    return joined;
  });
}

/** The texts of a page's segments, in reading order: what `secretMark` reads of a page with places. */
export const segmentTexts = (lines: readonly PageLine[], page: PageSize): string[] => segmentsOf(lines, page).map(({ text }) => text);
