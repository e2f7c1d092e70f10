import { isNumberText, isObject, NumberToken, type Raw } from '@parindex/core';
import { BATCH_COLUMNS, type BatchColumn, type ImportedCell, type ImportedTable } from '@parindex/core/imports/index';

/** Columns whose texts may be numbers of the API; all others are plain text. */
const NUMBERS: ReadonlySet<BatchColumn> = new Set(['value', 'answers']);

function cellOf(column: BatchColumn, value: Raw | undefined): ImportedCell | undefined {
  if (value instanceof NumberToken) return { kind: 'number', format: 'general', text: value.text };
  if (typeof value === 'boolean') return { kind: 'boolean', format: 'general', text: value ? '1' : '0' };
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  // The API has one number format, so "1.234" is not ambiguous here.
  if (NUMBERS.has(column) && isNumberText(value)) return { kind: 'number', format: 'general', text: value };
  return { kind: 'text', format: 'general', text: value };
}

/** Rows sent by a program, as a table like any other. */
export function sentTable(raw: Raw): ImportedTable {
  const rows = isObject(raw) && Array.isArray(raw['rows']) ? raw['rows'] : [];
  return {
    form: 'json',
    sheet: null,
    columns: {},
    rows: rows.map((row, line) => ({
      line,
      cells: Object.fromEntries(
        BATCH_COLUMNS.flatMap((column) => {
          const cell = isObject(row) ? cellOf(column, row[column]) : undefined;
          return cell === undefined ? [] : [[column, cell] as const];
        }),
      ),
    })),
  };
}
