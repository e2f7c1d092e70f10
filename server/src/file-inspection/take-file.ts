import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { secretMark, segmentTexts } from '@parindex/core/evidence/index';
import { Problem } from '../http/problems.ts';
import { type Scanner, ScannerDown } from '../scanner/scanner.ts';
import { inspect } from './inspect.ts';
import type { Inspection } from './inspection.ts';
import { FileRefused } from './refused.ts';

/** A file that came whole in one request, as examined. */
export interface TakenFile extends Inspection {
  readonly bytes: Buffer;
  /** Hex. */
  readonly sha256: string;
  /** Whether a scanner has examined it. */
  readonly scanned: boolean;
}

const AWAY = { vi: 'Phần mềm quét mã độc hiện mất liên lạc nên chưa nhận được tệp.', en: 'The scanner is away, so no file can be taken.' };

/** Whether the scanner finds nothing; false without a scanner. Fails closed. */
async function scan(scanner: Scanner | undefined, bytes: Buffer): Promise<boolean> {
  if (!scanner) return false;
  const verdict = await scanner.scan(Readable.from([bytes])).catch((error: unknown) => {
    if (error instanceof ScannerDown) throw new Problem('notReady', { detail: AWAY });
    throw error;
  });
  if (!verdict.clean) throw new FileRefused('infected', { found: verdict.told });
  return true;
}

/**
 * Examines bytes that came in one request as every upload is examined: scanned, their kind detected from the content and held
 * against the name, their text read in a locked-down process and looked through for marks of secrecy. Stores nothing. Throws
 * FileRefused; `also` reads on from the file while it is there.
 */
export async function takeFile<T = undefined>(
  scanner: Scanner | undefined,
  bytes: Buffer,
  name: string,
  also?: (path: string, inspection: Inspection) => Promise<T>,
): Promise<TakenFile & { readonly also: T | undefined }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'parindex-file-')));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes, { mode: 0o600 });
    const scanned = await scan(scanner, bytes);
    const inspection = await inspect(path, name);
    const { firstPage, pages } = inspection;
    const mark = secretMark([...(firstPage ? segmentTexts(firstPage.lines, firstPage) : []), ...pages.flatMap(({ text }) => text.split('\n'))]);
    if (mark) throw new FileRefused('secretMark', { level: mark.level });
    return { ...inspection, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), scanned, also: await also?.(path, inspection) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
