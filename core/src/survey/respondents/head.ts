import { columnName } from '../../imports/workbook/cells.ts';
import { respondentColumnOf } from './columns.ts';
import type { RespondentFault, RespondentFaultCode } from './faults.ts';
import { RESPONDENT_COLUMNS, type RespondentColumn } from './types.ts';

/** Where the columns of a list stand, from 0, and how many its head has. */
export interface Head {
  readonly places: ReadonlyMap<RespondentColumn, number>;
  readonly width: number;
  readonly faults: readonly RespondentFault[];
}

const WAYS: readonly RespondentColumn[] = ['phone', 'mail', 'address'];

/** Reads the head of a list. Unknown heads are faults: a misspelt column would be lost silently. `isRead`: whether the letters of the head could be read. */
export function readHead(line: number, cells: readonly string[], groupGiven: boolean, isRead: boolean): Head {
  const places = new Map<RespondentColumn, number>();
  const faults: RespondentFault[] = [];
  const fault = (code: RespondentFaultCode, column: RespondentColumn | null, details: Record<string, string> = {}) =>
    faults.push({ line, column, code, details });
  cells.forEach((cell, place) => {
    if (cell.trim() === '') return;
    const column = respondentColumnOf(cell);
    const found = cell.trim().slice(0, 100);
    if (column === undefined) {
      if (isRead) fault('columnUnknown', null, { found, at: columnName(place + 1) });
    } else if (places.has(column)) fault('columnTwice', column, { found });
    else places.set(column, place);
  });
  // What could not be read may be any column.
  if (isRead) {
    const needed: readonly RespondentColumn[] = groupGiven ? ['name'] : ['name', 'group'];
    for (const column of needed) if (!places.has(column)) fault('columnMissing', column);
    if (!WAYS.some((column) => places.has(column))) fault('noWayColumn', null);
  }
  const width = Math.max(0, ...RESPONDENT_COLUMNS.flatMap((column) => (places.has(column) ? [(places.get(column) as number) + 1] : [])));
  return { places, width: Math.max(width, cells.findLastIndex((cell) => cell.trim() !== '') + 1), faults };
}
