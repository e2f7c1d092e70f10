import { csvLine, type Language, schemeNames, searchKey } from '@parindex/core';
import { BATCH_COLUMNS, type BatchColumn, bodyFinder, COLUMN_TITLES, importableFinder, importables, importableTitle } from '@parindex/core/imports/index';
import { writeLists } from '../../documents/xlsx.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';

const WIDTHS: Readonly<Record<BatchColumn, number>> = { body: 30, figure: 60, group: 34, value: 16, answers: 12, source: 40, date: 16, vintage: 20 };

/** Columns formatted as text, so that a spreadsheet keeps 01 as 01 and 03/05 as typed. */
const AS_TYPED: ReadonlySet<BatchColumn> = new Set(['body', 'figure', 'group', 'date', 'vintage']);

/**
 * All rows of the form: every figure that statistics settle and every question with its respondents, for every body. Each
 * is called by its name, as its reader knows it; by its id only where the name alone would be read as several.
 */
function linesOf({ scheme, prepared }: ReadyEdition, places: readonly SheetPlace[], language: Language): string[][] {
  const names = schemeNames(scheme, language);
  const findTarget = importableFinder(prepared);
  const findBody = bodyFinder(places.map(({ body, code, name }) => ({ id: body, code, name })));
  const rows = importables(prepared).flatMap((one) => {
    const { kind, id, groups, settledByStatistics } = one;
    if (kind === 'figure' && !settledByStatistics) return [];
    const title = importableTitle(scheme, one, language);
    const figure = findTarget(title).found.length === 1 ? title : id;
    const titles = groups.map((group) => searchKey(names.surveyGroup(group)));
    const calledOf = (group: string) => (titles.filter((each) => each === searchKey(names.surveyGroup(group))).length === 1 ? names.surveyGroup(group) : group);
    return kind === 'question' ? groups.map((group) => [figure, group === 'all' ? '' : calledOf(group)]) : [[figure, '']];
  });
  return places.flatMap(({ body, name }) => {
    const called = findBody(name).length === 1 ? name : body;
    return rows.map(([figure, group]) => [called, figure as string, group as string, '', '', '', '', '']);
  });
}

/** The form for figures from elsewhere, for a round's bodies and its edition; empty lines say nothing. */
export async function batchForm(as: 'csv' | 'xlsx', edition: ReadyEdition, places: readonly SheetPlace[], language: Language): Promise<Buffer> {
  const heads = BATCH_COLUMNS.map((column) => COLUMN_TITLES[column][language]);
  const lines = linesOf(edition, places, language);
  // A byte order mark: without it spreadsheets guess another encoding.
  if (as === 'csv') return Buffer.from(`\uFEFF${[heads, ...lines].map(csvLine).join('')}`);
  const columns = BATCH_COLUMNS.map((column, index) => ({
    head: heads[index] as string,
    width: WIDTHS[column],
    ...(AS_TYPED.has(column) ? { format: '@' } : {}),
  }));
  const name = { vi: 'Số liệu', en: 'Figures' }[language];
  return Buffer.from(await writeLists([{ name, about: [], columns, rows: lines.map((cells) => ({ cells })) }]));
}
