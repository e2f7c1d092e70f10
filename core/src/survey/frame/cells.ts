import type { FrameFaultList } from './faults.ts';

/** A line of a table as it was read: the cells as texts, uninterpreted. */
export interface FrameLine {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longer names and codes are none. */
const LONGEST_TEXT = 300;
/** A cluster of a million households and more is a slip of the pen. */
const MOST_DIGITS = 6;

const FORMULA = /^[=+@]/;
/** What is not seen would make two codes of what looks like one. */
const CONTROL = /[\p{Cc}\p{Cf}]/u;
/** Composing takes time by the square of a run of marks (UAX #15, Stream-Safe). */
const MARKS_WITHOUT_END = /\p{M}{31}/u;
const WHOLE = /^\d+$/;

/** The text of a cell, trimmed and in NFC; undefined where something is wrong with it, which is told. */
export function textIn(cell: string | undefined, line: number, column: string, faults: FrameFaultList): string | undefined {
  const text = (cell ?? '').trim();
  const found = text.slice(0, 60);
  if (text === '') faults.add('empty', line, column);
  else if (text.length > LONGEST_TEXT) faults.add('tooLong', line, column, { found: String(text.length), expected: String(LONGEST_TEXT) });
  else if (FORMULA.test(text)) faults.add('formula', line, column, { found });
  else if (CONTROL.test(text)) faults.add('controlCharacter', line, column);
  else if (!text.isWellFormed() || MARKS_WITHOUT_END.test(text)) faults.add('notText', line, column);
  else return text.normalize('NFC');
  return undefined;
}

/** The whole number of a cell, zero or more; undefined where it is none, which is told. */
export function countIn(cell: string | undefined, line: number, column: string, faults: FrameFaultList): number | undefined {
  const text = textIn(cell, line, column, faults);
  if (text === undefined) return undefined;
  if (WHOLE.test(text) && text.replace(/^0+/, '').length <= MOST_DIGITS) return Number(text);
  const code = WHOLE.test(text) ? 'tooLarge' : /^[-−]\d/.test(text) ? 'negative' : 'notWhole';
  faults.add(code, line, column, { found: text.slice(0, 60) });
  return undefined;
}

/** Whether nothing stands in a line, as at the end of a file that a spreadsheet wrote. */
export const isBlank = ({ cells }: FrameLine): boolean => cells.every((cell) => cell.trim() === '');

/** Tells a cell that stands beyond the head: nobody could say what it is. */
export function checkWidth({ line, cells }: FrameLine, head: readonly string[], faults: FrameFaultList): void {
  if (cells.length > head.length && cells.slice(head.length).some((cell) => cell.trim() !== ''))
    faults.add('cellBeyond', line, '', { found: String(cells.length), expected: String(head.length) });
}
