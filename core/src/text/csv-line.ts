type Cell = string | number | null | undefined;

/** One line of CSV with its end (RFC 4180). A text that a spreadsheet would take for a formula is set apart by an apostrophe. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;

function cellText(value: Cell): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+@\t\r-]/.test(text) && !/^-\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text without the apostrophe by which one that a spreadsheet would take for a formula was set apart. */
export const unguarded = (text: string): string => text.replace(/^'(?=[=+@\t\r-])/, '');

/** The mark between cells: the one that stands most often in a text, or in its head. Spreadsheets in Vietnam write semicolons. */
export function delimiterOf(text: string): string {
  const count = (mark: string) => text.split(mark).length;
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
}
