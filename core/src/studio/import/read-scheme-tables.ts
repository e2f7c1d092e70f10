import type { ReadWorkbook } from '../../imports/workbook/cells.ts';
import { CARRIED_SHEET, carriedText, isCarrier } from '../annex/carried.ts';
import { readAnnex } from '../annex/read-annex.ts';
import type { HeadedTable } from '../annex/seen-rows.ts';
import { type Table, tableOf } from './cells.ts';
import type { ImportDoubt } from './doubts.ts';
import { headingsOf } from './headings.ts';
import { joinTables } from './join-tables.ts';
import { hasNoCodes, nestBySums } from './nest-by-sums.ts';
import { type Outline, type OutlineNode, outlineOf } from './outline.ts';
import { type ImportedScheme, schemeDraft } from './scheme-draft.ts';

/** What the draft is called before a person says so. */
export interface NameOfDraft {
  readonly id: string;
  readonly title: string;
}

/**
 * Reads the tables of a set of criteria, as offices publish them, into a draft of a scheme with all that is doubtful, each at its cell.
 * A draft may have faults: what was not understood is left open, never filled in. A file that the product made carries its document.
 */
export function readSchemeTables(book: ReadWorkbook, name: NameOfDraft): ImportedScheme {
  const doubts: ImportDoubt[] = [];
  const whole: HeadedTable[] = [];
  const sheets = book.sheets
    .filter((sheet) => !isCarrier(sheet))
    .map((sheet) => {
      const table = tableOf(sheet);
      return { hidden: sheet.hidden, table, headings: headingsOf(table) };
    });
  const isShown = sheets.some(({ hidden, headings }) => !hidden && headings);
  for (const { hidden, table, headings } of sheets) {
    if (hidden && isShown) {
      if (table.rows.length > 0) doubts.push({ code: 'sheetHidden', place: table.name, details: {} });
      continue;
    }
    const before = whole.at(-1);
    if (headings) whole.push({ table, headings });
    // What a page has torn off has no heads of its own.
    else if (before && widthOf(table) === widthOf(before.table)) whole.splice(-1, 1, { ...before, table: joined(before.table, table) });
    else if (table.rows.length > 1) doubts.push({ code: 'noTable', place: table.name, details: {} });
  }
  const carried = carriedText(book);
  const annex = carried == null ? carried : readAnnex(carried, whole);
  if (typeof annex === 'object' && annex !== null) return { ...annex, doubts: [...doubts, ...annex.doubts] };
  if (annex !== undefined) doubts.push({ code: annex ?? 'carriedUnreadable', place: CARRIED_SHEET, details: {} });
  const parts: OutlineNode[] = [];
  let total: Outline['total'];
  for (const { table, headings } of whole) {
    for (const { head, place, taken } of headings.left) doubts.push({ code: 'columnLeft', place, details: { head, ...(taken !== undefined && { taken }) } });
    const outline = outlineOf(table, headings);
    doubts.push(...outline.doubts);
    total ??= outline.total;
    joinTables(parts, underItsName(hasNoCodes(outline.parts) ? nestBySums(outline.parts) : outline.parts, table, parts), doubts);
  }
  return schemeDraft(parts, total, name, doubts);
}

const widthOf = ({ rows }: Table): number => Math.max(0, ...rows.flatMap(({ cells }) => [...cells.keys()]));

const joined = (table: Table, rest: Table): Table => {
  const last = table.rows.at(-1)?.row ?? 0;
  return { ...table, rows: [...table.rows, ...rest.rows.map(({ row, cells }) => ({ row: last + row, cells }))] };
};

/** Where each domain has a table of its own, and does not stand in it, it is called as the table is. */
function underItsName(parts: readonly OutlineNode[], { name }: Table, there: readonly OutlineNode[]): readonly OutlineNode[] {
  const first = parts[0]?.code?.split('.') ?? [];
  if (first.length < 2 || !parts.every(({ code }) => code?.split('.')[0] === first[0] && code?.includes('.'))) return parts;
  const domain = there.find(({ code }) => code === first[0]);
  if (!domain && there.length > 0 && there.every(({ code }) => code !== undefined && !/^\d+$/.test(code))) return parts;
  const place = parts[0]?.place ?? name;
  return [{ code: first[0], title: domain?.title ?? name, points: domain?.points, place, pointsPlace: place, lines: [], said: {}, parts: [...parts] }];
}
