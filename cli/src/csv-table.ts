import { Unreadable } from '@parindex/core';
import type { FrameLine } from '@parindex/core/survey/frame/cells';
import { delimiterOf } from '@parindex/core/text/csv-line';
import type { Language } from '@parindex/core/words/language';
import { CsvError, parse } from 'csv-parse/sync';
import { cannotParse, readText } from './files.ts';

/** Reads a CSV file into its head and its other lines, cells as they stand. `WrongUse` where it is none. */
export function readCsvTable(file: string, language: Language): { readonly head: FrameLine; readonly lines: readonly FrameLine[] } {
  const text = readText(file, language);
  const rows: FrameLine[] = [];
  try {
    // Rows are taken as they come: kept beside their lines only once.
    parse(text, {
      delimiter: delimiterOf(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
      relax_column_count: true,
      on_record: (cells, { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
    const [head, ...lines] = rows;
    if (!head) throw new Unreadable('empty');
    return { head, lines };
  } catch (error) {
    if (error instanceof Unreadable) throw cannotParse(file, error, undefined, language);
    if (!(error instanceof CsvError)) throw error;
    throw cannotParse(file, new Unreadable('notCsv', undefined, error.message), { line: Number(error['lines'] ?? 1), column: 1 }, language);
  }
}
