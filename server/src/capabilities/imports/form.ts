import { csvLine, type Language, schemeNames } from '@parindex/core';
import { type BatchColumn, COLUMN_TITLES, importables } from '@parindex/core/imports/index';
import { writeLists } from '../../documents/xlsx.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';

type FormColumn = BatchColumn | 'bodyName' | 'figureName';
const COLUMNS: readonly FormColumn[] = ['body', 'bodyName', 'figure', 'figureName', 'group', 'value', 'answers', 'source', 'date', 'vintage'];
const WIDTHS: Readonly<Record<FormColumn, number>> = {
  body: 24,
  bodyName: 30,
  figure: 28,
  figureName: 60,
  group: 20,
  value: 16,
  answers: 12,
  source: 40,
  date: 16,
  vintage: 20,
};

/** Columns formatted as text, so that a spreadsheet keeps 01 as 01 and 03/05 as typed. */
const AS_TYPED: ReadonlySet<FormColumn> = new Set(['body', 'figure', 'group', 'date', 'vintage']);

/** All rows of the form: every figure that statistics settle and every question with its respondents, for every body. */
function linesOf({ scheme, prepared }: ReadyEdition, places: readonly SheetPlace[], language: Language): string[][] {
  const names = schemeNames(scheme, language);
  const rows = importables(prepared).flatMap(({ kind, id, groups, settledByStatistics }) => {
    if (kind === 'question') return groups.map((group) => [id, names.questionTitle(id), group === 'all' ? '' : group]);
    return settledByStatistics ? [[id, names.figureTitle(id), '']] : [];
  });
  return places.flatMap(({ body, name }) => rows.map(([id, title, group]) => [body, name, id as string, title as string, group as string, '', '', '', '', '']));
}

/** The form for figures from elsewhere, for a round's bodies and its edition; empty lines say nothing. */
export async function batchForm(as: 'csv' | 'xlsx', edition: ReadyEdition, places: readonly SheetPlace[], language: Language): Promise<Buffer> {
  const heads = COLUMNS.map((column) => COLUMN_TITLES[column][language]);
  const lines = linesOf(edition, places, language);
  // A byte order mark: without it spreadsheets guess another encoding.
  if (as === 'csv') return Buffer.from(`\uFEFF${[heads, ...lines].map(csvLine).join('')}`);
  const columns = COLUMNS.map((column, index) => ({ head: heads[index] as string, width: WIDTHS[column], ...(AS_TYPED.has(column) ? { format: '@' } : {}) }));
  const name = { vi: 'Số liệu', en: 'Figures' }[language];
  return Buffer.from(await writeLists([{ name, about: [], columns, rows: lines.map((cells) => ({ cells })) }]));
}
