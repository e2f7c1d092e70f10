import type { FrameLine } from '@parindex/core/survey/frame/cells';
import { isOwnColumn, OWN_COLUMN_TITLES } from '@parindex/core/survey/frame/columns';
import type { Frame } from '@parindex/core/survey/frame/types';
import { delimiterOf } from '@parindex/core/text/csv-line';
import { textOfUtf8 } from '@parindex/core/text/old-encodings/readings';
import { recogniseText } from '@parindex/core/text/old-encodings/recognised-text';
import { parse } from 'csv-parse/sync';

/** Most lines that a file may have above its head: its letterhead, its title. */
const ABOVE_HEAD = 20;
/** A line that names so many of the columns that every frame has is the head. */
const TELLING = 2;

/** Lines in which an old font is looked for: a file is written in one. */
const LOOKED_AT = 500;

const isFilled = ({ cells }: FrameLine): boolean => cells.some((cell) => cell.trim() !== '');

/** Text in Unicode; undefined where the bytes are in another code, or no text at all. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const text = wide ? new TextDecoder(wide).decode(bytes) : textOfUtf8(bytes);
  return text === undefined || text.includes('\u0000') ? undefined : text.replace(/^\uFEFF/, '');
}

/** The lines of a CSV file. Throws `CsvError` where it is none. */
export function linesOfCsv(text: string): FrameLine[] {
  const rows: FrameLine[] = [];
  parse(text, {
    // Of the lines in which the head is looked for: titles above it have no mark.
    delimiter: delimiterOf(text.split(/\r\n|[\n\r]/, ABOVE_HEAD).join('\n')),
    relax_column_count: true,
    relax_quotes: true,
    on_record: (cells, { lines }) => {
      rows.push({ line: lines, cells });
      return null;
    },
  });
  return rows;
}

/** The lines of a table from its head on; from the first that is filled where none is a head, undefined where none is filled. */
export function fromHead(rows: readonly FrameLine[]): { readonly head: FrameLine; readonly lines: readonly FrameLine[] } | undefined {
  const filled: number[] = [];
  for (let index = 0; index < rows.length && filled.length < ABOVE_HEAD; index += 1) if (isFilled(rows[index] as FrameLine)) filled.push(index);
  const at = filled.find((index) => (rows[index] as FrameLine).cells.filter(isOwnColumn).length >= TELLING) ?? filled[0];
  return at === undefined ? undefined : { head: rows[at] as FrameLine, lines: rows.slice(at + 1) };
}

/** The first line whose letters are codes of an old font, or of no code that is known: such a file names villages that do not exist. */
export const lineInOldFont = (rows: readonly FrameLine[]): number | undefined =>
  rows.slice(0, LOOKED_AT).find(({ cells }) => recogniseText(cells.join(' ')).kind !== 'unicode')?.line;

const cellText = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lineText = (cells: readonly string[]): string => `${cells.map(cellText).join(',')}\r\n`;

const BYTE_ORDER_MARK = '\uFEFF';

/** Lines are put together some at a time. */
const AT_ONCE = 10_000;

/** A frame as CSV, in the order of its codes, from which the same frame is read again; piece by piece. */
export function* csvOfFrame({ columns, clusters }: Frame): Generator<string> {
  const titles = [OWN_COLUMN_TITLES.code.vi, OWN_COLUMN_TITLES.name.vi, OWN_COLUMN_TITLES.households.vi];
  // By this spreadsheets know that it is UTF-8.
  yield BYTE_ORDER_MARK + lineText([...titles, ...columns.strata, ...columns.upper]);
  for (let start = 0; start < clusters.length; start += AT_ONCE)
    yield clusters
      .slice(start, start + AT_ONCE)
      .map(({ code, name, households, stratum, upper }) => lineText([code, name, String(households), ...stratum, ...upper]))
      .join('');
}
