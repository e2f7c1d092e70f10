import { type OldEncoding, readingsOf } from './readings.ts';
import { type RecognisedText, type RefusedText, recogniseText, refused } from './recognised-text.ts';

/** Codes that some of these texts certainly have. */
const certainOf = (recognised: readonly RecognisedText[]): ReadonlySet<OldEncoding> =>
  new Set(recognised.flatMap((each) => (each.kind === 'converted' ? [each.encoding] : [])));

/** A text that is proper as it stands, beside others of an old code in which it says something else: nobody but its writer knows which. */
function besideOthers(recognised: RecognisedText, certain: ReadonlySet<OldEncoding>): RecognisedText {
  if (recognised.kind !== 'unicode' || certain.size === 0) return recognised;
  const readings = readingsOf(recognised.text).filter(({ encoding }) => certain.has(encoding));
  return readings.length === 0 ? recognised : refused(recognised.text, 'twoReadings', [], [recognised.text, ...readings.map(({ text }) => text)]);
}

/** Recognises each line by itself, as `recogniseText` does; a line that some other line's certain code makes say something else is refused. */
export function recogniseLines(lines: readonly string[]): RecognisedText[] {
  const recognised = lines.map(recogniseText);
  const certain = certainOf(recognised);
  return recognised.map((each) => besideOthers(each, certain));
}

/** A row of cells as recognised: all in one code, or each in its own. Refused as a whole, by its first cell in doubt or as one text. */
export type RecognisedRow =
  | { readonly kind: 'unicode'; readonly cells: readonly string[] }
  | { readonly kind: 'converted'; readonly cells: readonly string[]; readonly encodings: readonly OldEncoding[]; readonly capitalsByFont: boolean }
  | { readonly kind: 'refused'; readonly cells: readonly string[]; readonly why: RefusedText };

/** Stands between the cells of a row; no code has a letter there, and no cell may hold it. */
const BETWEEN = '\u001f';

function rowOf(cells: readonly string[], whole: RecognisedText): RecognisedRow {
  if (whole.kind === 'unicode') return { kind: 'unicode', cells };
  const split = whole.text.split(BETWEEN);
  if (whole.kind === 'converted' && split.length === cells.length)
    return { kind: 'converted', cells: split, encodings: [whole.encoding], capitalsByFont: whole.capitalsByFont };
  // A name in an old font beside a unit in Unicode: each cell by itself.
  const each = recogniseLines(cells);
  const why = each.find((cell) => cell.kind === 'refused');
  if (why) return { kind: 'refused', cells, why };
  const encodings = [...certainOf(each)];
  const read = each.map((cell) => cell.text);
  if (encodings.length === 0 && whole.kind === 'refused') return { kind: 'refused', cells, why: whole };
  return { kind: 'converted', cells: read, encodings, capitalsByFont: each.some((cell) => cell.kind === 'converted' && cell.capitalsByFont) };
}

/** The same for rows of cells: a row is judged as one text, and cell by cell where its cells are of different codes. */
export function recogniseRows(rows: readonly (readonly string[])[]): RecognisedRow[] {
  const whole = recogniseLines(rows.map((cells) => cells.join(BETWEEN)));
  return rows.map((cells, index) => rowOf(cells, whole[index] as RecognisedText));
}
