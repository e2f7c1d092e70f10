import { isNumberText, type NumberText } from '../quantity/number-text.ts';
import { compare, fromText, hundred, isNegative } from '../quantity/rational.ts';
import { oneOf, optional, required, type Shape, text, textMatching } from '../reading/shape.ts';
import { FIGURE_STATUSES, type FigureStatus, LEVELS, type Level, type Source } from './types.ts';

/** A number between 0 and 100 that keeps the places it was printed with. */
export const printedNumber: Shape<NumberText> = {
  read(raw, path, faults) {
    const read = text.read(raw, path, faults);
    if (read === undefined) return undefined;
    if (!isNumberText(read)) {
      faults.add('notANumber', path, { found: read });
      return undefined;
    }
    const value = fromText(read);
    if (isNegative(value) || compare(value, hundred) > 0) faults.add('outOfRange', path, { found: read, expected: '0…100' });
    return read;
  },
};

/** The columns that every table of published numbers has. */
export interface PrintedRow {
  year: string;
  level: Level;
  status: FigureStatus;
  note?: string;
  source_url?: string;
}

export const printedColumns = {
  year: required(textMatching(/^20\d\d$/)),
  level: required(oneOf(LEVELS)),
  status: required(oneOf(FIGURE_STATUSES)),
  note: optional(text),
  source_url: optional(text),
};

/** What a row says besides whom it is about and how much it is. */
export const printedIn = ({ year, level, status, note }: PrintedRow) => ({ year: Number(year), level, status, note });

/** The source under the title of its column. */
export const sourceIn = (row: PrintedRow, title: string): Source => ({ title, url: row.source_url });
