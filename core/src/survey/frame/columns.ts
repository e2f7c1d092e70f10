import { searchKey } from '../../text/search-key.ts';
import type { Names } from '../../words/texts.ts';
import type { FrameLine } from './cells.ts';
import type { FrameFaultList } from './faults.ts';

/** The columns that the tables of a frame have whatever the design. */
export const OWN_COLUMNS = ['code', 'name', 'households', 'cluster', 'household'] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** What they are called in the head of a table, besides their own names. */
export const OWN_COLUMN_TITLES: Names<OwnColumn> = {
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  households: { vi: 'Số hộ', en: 'Households' },
  cluster: { vi: 'Mã thôn, tổ dân phố', en: 'Cluster' },
  household: { vi: 'Mã hộ', en: 'Household' },
};

/** Whether a name is taken by a column that every frame has. */
export const isOwnColumn = (name: string): boolean => OWN_COLUMNS.some((column) => namesOf(column).includes(searchKey(name)));

const titlesOf = (column: string) => (Object.hasOwn(OWN_COLUMN_TITLES, column) ? OWN_COLUMN_TITLES[column as OwnColumn] : undefined);

const namesOf = (column: string): string[] => {
  const titles = titlesOf(column);
  return (titles ? [column, titles.vi, titles.en] : [column]).map(searchKey);
};

/** A column of a table: where it stands, and what its head calls it. */
export interface FoundColumn {
  readonly index: number;
  readonly title: string;
}

/**
 * Finds columns by their names or titles, whatever their marks and case; what is missing or there twice is told. Columns that the design does not name are
 * passed over: all that it names are needed, so none is lost by a slip of the pen.
 */
export function findColumns(wanted: readonly string[], head: FrameLine, faults: FrameFaultList): FoundColumn[] | undefined {
  const keys = head.cells.map(searchKey);
  const found = wanted.map((column): FoundColumn | undefined => {
    const names = namesOf(column);
    const places = keys.flatMap((key, index) => (names.includes(key) ? [index] : []));
    const [index] = places;
    const shown = titlesOf(column)?.vi ?? column;
    if (index === undefined) faults.add('columnMissing', head.line, shown);
    else if (places.length > 1) faults.add('columnTwice', head.line, shown);
    else return { index, title: (head.cells[index] as string).trim() };
    return undefined;
  });
  return found.includes(undefined) ? undefined : (found as FoundColumn[]);
}
