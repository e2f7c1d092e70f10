import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REFUSAL_CODES } from '@parindex/core/evidence/file-codes';
import { CELL_FORMATS, CELL_KINDS, type ReadWorkbook } from '@parindex/core/imports/workbook/cells';
import { WORKBOOK_REFUSALS, type WorkbookRefusal } from '@parindex/core/imports/workbook/refusals';
import { z } from 'zod';
import { lockedDown } from './locked-down.ts';
import type { WorkbookLength } from './read-workbook.ts';
import { FileRefused } from './refused.ts';
import { jsonPrinted, runApart } from './run-apart.ts';

const PROGRAM = fileURLToPath(new URL('workbook-process.ts', import.meta.url));
/** Time until the process is ended: a last resort, for files that no other limit stops. */
const SECONDS = 5;

const place = z.int().min(1).max(1_048_576);
const cell = z.object({ row: place, column: place, kind: z.enum(CELL_KINDS), format: z.enum(CELL_FORMATS), text: z.string() });
const why = z.union([
  z.object({ code: z.literal('file'), reason: z.enum(REFUSAL_CODES) }),
  z.object({ code: z.enum(WORKBOOK_REFUSALS), details: z.record(z.string(), z.string()) }),
]);
/** What the process may answer; a malicious file may have taken it over. */
const answer = z.union([
  z.strictObject({
    workbook: z.object({ sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), cells: z.array(cell), merges: z.array(z.string()) })) }),
  }),
  z.strictObject({ refused: z.object({ cell: z.string().nullable(), why }) }),
]);

/** Reads an uploaded workbook in a locked-down process, or gives the reason to refuse it. Nothing is stored. `length`: its size limits; `tables`: a document's tables too. */
export async function readWorkbookApart(
  bytes: Uint8Array,
  length: WorkbookLength | 'tables' = 'sheet',
): Promise<{ readonly workbook: ReadWorkbook } | { readonly refused: WorkbookRefusal }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'parindex-workbook-')));
  try {
    const file = join(folder, 'workbook');
    await writeFile(file, bytes, { mode: 0o600 });
    const said = await runApart(
      await lockedDown({ program: PROGRAM, args: [file, length], file, size: bytes.length, nativeCode: false, seconds: SECONDS }),
      SECONDS,
    );
    const read = answer.safeParse(jsonPrinted(said));
    return read.success ? read.data : tooHeavy;
  } catch (error) {
    if (error instanceof FileRefused) return { refused: { cell: null, why: { code: 'file', reason: error.code } } };
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const tooHeavy = { refused: { cell: null, why: { code: 'file', reason: 'tooHeavy' } } } as const;
