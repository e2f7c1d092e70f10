import { isWorkbookLength, readTables, readWorkbook, WorkbookRefused } from './read-workbook.ts';
import { FileRefused } from './refused.ts';

// Run by read-workbook-apart.ts, locked down: node workbook-process.ts FILE LENGTH. Writes one line of JSON.
const [path = '', length = ''] = process.argv.slice(2);

async function answer(): Promise<object> {
  try {
    return { workbook: length === 'tables' ? await readTables(path) : await readWorkbook(path, isWorkbookLength(length) ? length : 'sheet') };
  } catch (error) {
    // Other errors end the process and count as a crash.
    if (error instanceof WorkbookRefused) return { refused: { cell: error.cell, why: error.why } };
    if (error instanceof FileRefused) return { refused: { cell: null, why: { code: 'file', reason: error.code } } };
    throw error;
  }
}

process.stdout.write(JSON.stringify(await answer()), () => process.exit(0));
