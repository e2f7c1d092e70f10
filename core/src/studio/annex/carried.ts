import type { ReadWorkbook } from '../../imports/workbook/cells.ts';

/** The hidden sheet of a workbook that holds the document itself; in a DOCX it is a part of its own, read in the same form. */
export const CARRIED_SHEET = 'ParIndex';
/** In its first cell. */
export const CARRIED_FORM = 'parindex-annex/1';
/** No cell of a workbook holds more than 32,767 characters. */
const PIECE = 30_000;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text in pieces that office programs keep letter by letter: a JSON text, without signs that XML refuses and spaces at the edges. */
export function piecesOf(text: string): string[] {
  const whole = JSON.stringify(text).replaceAll(/[\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/g, escaped);
  const pieces = Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, index) => whole.slice(index * PIECE, (index + 1) * PIECE));
  return [CARRIED_FORM, ...pieces.map((piece) => piece.replaceAll(/^ +| +$/g, (spaces) => escaped(' ').repeat(spaces.length)))];
}

/** The document that a file carries; null where it carries something that cannot be read, undefined where nothing. */
export function carriedText({ sheets }: ReadWorkbook): string | null | undefined {
  const carrier = sheets.find(isCarrier);
  if (!carrier) return undefined;
  const whole = carrier.cells.flatMap(({ row, column, text }) => (row > 1 && column === 1 ? text : [])).join('');
  try {
    const text: unknown = JSON.parse(whole);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** Whether a sheet is no table of a file but what it carries. */
export const isCarrier = ({ cells: [first] }: ReadWorkbook['sheets'][number]): boolean => first?.row === 1 && first.column === 1 && first.text === CARRIED_FORM;
