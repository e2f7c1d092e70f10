import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { emptyObject, type Raw, type RawDocument, Unreadable, wellFormed } from '../reading/raw.ts';

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV with a head line (RFC 4180) into a list of objects, one a row; an empty cell counts as left
 * out and no cell is taken for a number. Spreadsheets of some countries, Vietnam among them, part cells by semicolons.
 * Throws `Unreadable`.
 */
export function readCsv(text: string, delimiter: ',' | ';' = ','): RawDocument {
  const [head, ...rows] = rowsOf(text, delimiter);
  if (!head) throw new Unreadable('empty', { line: 1, column: 1 });
  const lineOf = (row: number) => rows[row]?.info.lines ?? 1;
  const value = rows.map(({ record }, row): Raw => {
    const object = emptyObject();
    record.forEach((cell, column) => {
      const key = head.record[column] as string;
      object[key] = cell === '' ? null : wellFormed(cell, () => ({ line: lineOf(row), column: column + 1 }));
    });
    return object;
  });
  return {
    value,
    doubled: head.record.flatMap((key, column) => (head.record.indexOf(key) < column ? [[0, key]] : [])),
    locate: ([row]) => ({ line: typeof row === 'number' ? lineOf(row) : 1, column: 1 }),
  };
}

function rowsOf(text: string, delimiter: string): CsvRow[] {
  try {
    return parse(text, { bom: true, info: true, delimiter }) as unknown as CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable('notCsv', { line: Number(error['lines'] ?? 1), column: 1 }, error.message);
  }
}
