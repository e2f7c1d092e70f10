import { whyNot } from '@parindex/core/imports/index';
import type { ReadWorkbook } from '@parindex/core/imports/workbook/index';
import { respondentColumnOf } from '@parindex/core/survey/respondents/columns';
import type { RespondentRow } from '@parindex/core/survey/respondents/index';
import { delimiterOf, unguarded } from '@parindex/core/text/csv-line';
import { textOfUtf8 } from '@parindex/core/text/old-encodings/readings';
import { seenIn1252 } from '@parindex/core/text/old-encodings/single-bytes';
import { batchWhyText } from '@parindex/core/words/import-words';
import type { InBoth } from '@parindex/core/words/texts';
import { CsvError, parse } from 'csv-parse/sync';
import { isZip } from '../../file-inspection/is-zip.ts';
import { readWorkbookApart } from '../../file-inspection/read-workbook-apart.ts';

/** The rows of a list from its head on, or why the file cannot be read. */
export type ReadList = { readonly rows: readonly RespondentRow[] } | { readonly refused: InBoth };

type Why = Parameters<typeof batchWhyText>[0];
const refusedFor = (why: Why): ReadList => ({ refused: { vi: batchWhyText(why, 'vi'), en: batchWhyText(why, 'en') } });

/** Most lines that a list may have above its head: its letterhead, its title. */
const ABOVE_HEAD = 20;
/** A line that names so many columns is the head. */
const TELLING = 2;

/** From the head on: lists begin with the name of the body and a title. Where no line is a head, from the first line. */
function fromHead(rows: readonly RespondentRow[]): RespondentRow[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const head = filled.slice(0, ABOVE_HEAD).findIndex(({ cells }) => cells.filter((cell) => respondentColumnOf(cell) !== undefined).length >= TELLING);
  return filled.slice(Math.max(head, 0));
}

/** The first sheet that is seen and has something in it. */
function rowsOfWorkbook({ sheets }: ReadWorkbook): RespondentRow[] {
  const cells = sheets.find((sheet) => !sheet.hidden && sheet.cells.length > 0)?.cells ?? [];
  return [...Map.groupBy(cells, ({ row }) => row)].map(([line, inRow]): RespondentRow => {
    const texts = new Map(inRow.map(({ column, text }) => [column - 1, text]));
    return {
      line,
      cells: Array.from({ length: Math.max(...texts.keys()) + 1 }, (_, place) => texts.get(place) ?? ''),
      formulas: inRow.flatMap(({ kind, column }) => (kind === 'formula' ? [column - 1] : [])),
    };
  });
}

/** Text of a file in Unicode, or its bytes as they were seen in an old font: which, the letters tell. Undefined where it is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const text = wide ? new TextDecoder(wide).decode(bytes) : (textOfUtf8(bytes) ?? seenIn1252(bytes));
  return text.includes('\u0000') || text.startsWith('%PDF-') ? undefined : text.replace(/^\uFEFF/, '');
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readCsv(text: string): ReadList {
  try {
    const rows = parse(text, {
      // By the whole text: titles above the head have no mark.
      ...{ info: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    }) as unknown as CsvRow[];
    return { rows: fromHead(rows.map(({ record, info }) => ({ line: info.lines, cells: record.map(unguarded) }))) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refusedFor(whyNot('notCsv', { line: String(error['lines'] ?? 1) }));
  }
}

/** What old spreadsheets write, and those with a password. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** Reads a list of respondents, CSV or XLSX by its bytes. A workbook is read in a locked-down process. */
export async function readListFile(bytes: Uint8Array): Promise<ReadList> {
  if (bytes.length === 0) return refusedFor({ code: 'file', reason: 'empty' });
  const text = isZip(bytes) || isCompound(bytes) ? undefined : textOf(bytes);
  if (text !== undefined) return readCsv(text);
  const read = await readWorkbookApart(bytes, 'long');
  return 'refused' in read ? refusedFor(read.refused.why) : { rows: fromHead(rowsOfWorkbook(read.workbook)) };
}
