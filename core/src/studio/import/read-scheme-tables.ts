import type { ReadWorkbook } from '../../imports/workbook/cells.ts';
import { type Table, tableOf } from './cells.ts';
import type { ImportDoubt } from './doubts.ts';
import { type Headings, headingsOf } from './headings.ts';
import { joinTables } from './join-tables.ts';
import { hasNoCodes, nestBySums } from './nest-by-sums.ts';
import { type OutlineNode, outlineOf } from './outline.ts';
import { type ImportedScheme, schemeDraft } from './scheme-draft.ts';

/** What the draft is called before a person says so. */
export interface NameOfDraft {
  readonly id: string;
  readonly title: string;
}

/**
 * Reads the tables of a set of criteria, as offices publish them, into a draft of a scheme with all that is doubtful, each at its cell.
 * A draft may have faults: what was not understood is left open, never filled in.
 */
export function readSchemeTables({ sheets }: ReadWorkbook, name: NameOfDraft): ImportedScheme {
  const doubts: ImportDoubt[] = [];
  const parts: OutlineNode[] = [];
  let total: { readonly points: string; readonly place: string } | undefined;
  let before: { readonly headings: Headings; readonly width: number } | undefined;
  for (const table of sheets.map(tableOf)) {
    const own = headingsOf(table);
    const headings = own ?? goesOn(table, before);
    if (!headings) {
      if (table.rows.length > 1) doubts.push({ code: 'noTable', place: table.name, details: {} });
      continue;
    }
    before = { headings, width: widthOf(table) };
    const outline = outlineOf(table, headings);
    doubts.push(...outline.doubts);
    total ??= outline.total;
    joinTables(parts, underItsName(hasNoCodes(outline.parts) ? nestBySums(outline.parts) : outline.parts, table, parts), doubts);
  }
  return schemeDraft(parts, total, name, doubts);
}

const widthOf = ({ rows }: Table): number => Math.max(0, ...rows.flatMap(({ cells }) => [...cells.keys()]));

/** A table that a page has torn off has no heads of its own. */
const goesOn = (table: Table, before: { readonly headings: Headings; readonly width: number } | undefined): Headings | undefined =>
  before && widthOf(table) === before.width ? { ...before.headings, lastRow: 0 } : undefined;

/** Where each domain has a table of its own, and does not stand in it, it is called as the table is. */
function underItsName(parts: readonly OutlineNode[], { name }: Table, there: readonly OutlineNode[]): readonly OutlineNode[] {
  const first = parts[0]?.code?.split('.') ?? [];
  if (first.length < 2 || !parts.every(({ code }) => code?.split('.')[0] === first[0] && code?.includes('.'))) return parts;
  const domain = there.find(({ code }) => code === first[0]);
  if (!domain && there.length > 0 && there.every(({ code }) => code !== undefined && !/^\d+$/.test(code))) return parts;
  const place = parts[0]?.place ?? name;
  return [{ code: first[0], title: domain?.title ?? name, points: domain?.points, place, pointsPlace: place, lines: [], said: {}, parts: [...parts] }];
}
