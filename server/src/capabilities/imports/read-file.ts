import { type FileRefusal, type ReadTable, tableOf, tableOfWorkbook, whyNot } from '@parindex/core/imports/index';
import { delimiterOf, unguarded } from '@parindex/core/text/csv-line';
import { CsvError, parse } from 'csv-parse/sync';
import { isZip } from '../../file-inspection/is-zip.ts';
import { readWorkbookApart } from '../../file-inspection/read-workbook-apart.ts';

const refused = (refusal: FileRefusal): ReadTable => ({ refused: [refusal] });

/** Reads a file of figures, CSV or XLSX by its bytes, into rows; or all reasons why it cannot. A workbook is read in a locked-down process. */
export async function readBatchFile(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length === 0) return refused({ place: null, why: { code: 'file', reason: 'empty' } });
  if (!isZip(bytes) && isText(bytes)) return readCsv(bytes);
  const read = await readWorkbookApart(bytes, 'long');
  // What is no file of any known kind is a table in another encoding.
  if ('refused' in read && read.refused.why.code === 'file' && read.refused.why.reason === 'unknownKind')
    return refused({ place: null, why: isOldText(bytes) ? whyNot('notUtf8') : read.refused.why });
  return 'refused' in read ? refused({ place: read.refused.cell, why: read.refused.why }) : tableOfWorkbook(read.workbook);
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The first line. */
const headOf = (text: string): string => text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Neither UTF-8 nor text at all is told apart by what is no text: an old workbook, one with a password, a PDF. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\u0000');
  } catch {
    return false;
  }
}

/** Text in another encoding: what spreadsheets write in 8 or 16 bits a letter. */
function isOldText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return !isZip(bytes) && !bytes.includes(0) && !Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'));
}

function readCsv(bytes: Uint8Array): ReadTable {
  const text = new TextDecoder('utf-8').decode(bytes);
  try {
    const rows = parse(text, { info: true, delimiter: delimiterOf(headOf(text)), relax_column_count: true, skip_empty_lines: true }) as unknown as CsvRow[];
    return tableOf(
      'csv',
      null,
      rows.map(({ record, info }) => ({
        line: info.lines,
        cells: new Map(
          record.flatMap((cell, index) => {
            const said = unguarded(cell.replaceAll(CONTROL, ' ')).trim();
            return said === '' ? [] : [[index + 1, { kind: 'text', format: 'general', text: said }] as const];
          }),
        ),
      })),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error['lines'] ?? 1);
    return refused({ place: line, why: whyNot('notCsv', { line }) });
  }
}
