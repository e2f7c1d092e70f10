import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { RefusalCode } from '@parindex/core/evidence/file-codes';
import { secretMark, segmentTexts } from '@parindex/core/evidence/index';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { hashesIn } from '@parindex/core/submissions/signed-report';
import { inspect } from '../../file-inspection/inspect.ts';
import { FileRefused } from '../../file-inspection/refused.ts';
import { Problem } from '../../http/problems.ts';
import { ScannerDown } from '../../scanner/scanner.ts';
import { readSignaturesApart } from '../../signatures/read-apart.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { sheetsNamedIn } from './official-report.ts';

/** A report that arrived, as far as it can be read. */
export interface SignedReport {
  readonly bytes: Buffer;
  /** Hex. */
  readonly sha256: string;
  /** Whether a scanner has examined it. */
  readonly scanned: boolean;
  readonly signatures: readonly SignatureReading[];
  /** Hashes found in its text, and the sheets named in its footer. */
  readonly hashes: readonly string[];
  readonly sheets: ReturnType<typeof sheetsNamedIn>;
}

const AWAY = { vi: 'Phần mềm quét mã độc hiện mất liên lạc nên chưa nhận được báo cáo.', en: 'The scanner is away, so no report can be taken.' };

/** Whether the scanner finds nothing; false without a scanner. Fails closed. */
async function scan({ scanner }: Evidence, bytes: Buffer): Promise<boolean> {
  if (!scanner) return false;
  const verdict = await scanner.scan(Readable.from([bytes])).catch((error: unknown) => {
    if (error instanceof ScannerDown) throw new Problem('notReady', { detail: AWAY });
    throw error;
  });
  if (!verdict.clean) throw new FileRefused('infected', { found: verdict.told });
  return true;
}

async function read(evidence: Evidence, file: string, bytes: Buffer, now: Date): Promise<SignedReport | { readonly refused: RefusalCode | 'notPdf' }> {
  const scanned = await scan(evidence, bytes);
  const { kind, pages, firstPage } = await inspect(file, 'bao-cao.pdf');
  if (kind !== 'pdf') return { refused: 'notPdf' };
  const texts = pages.map(({ text }) => text);
  if (secretMark([...(firstPage ? segmentTexts(firstPage.lines, firstPage) : []), ...texts.flatMap((text) => text.split('\n'))]))
    throw new FileRefused('secretMark');
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    scanned,
    signatures: await readSignaturesApart(file, evidence.trustFolder, now),
    hashes: [...new Set(texts.flatMap(hashesIn))],
    sheets: texts.flatMap(sheetsNamedIn),
  };
}

/**
 * Examines a report that arrived: scanned, its kind detected from the content, its text and signatures read in
 * locked-down processes; or the reason to refuse it. Stores nothing.
 */
export async function readSignedReport(evidence: Evidence, bytes: Buffer, now: Date): Promise<SignedReport | { readonly refused: RefusalCode | 'notPdf' }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'parindex-report-')));
  try {
    const file = join(folder, 'report');
    await writeFile(file, bytes, { mode: 0o600 });
    return await read(evidence, file, bytes, now);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    // There is no file name to check.
    return { refused: error.code === 'nameSaysOther' ? 'notPdf' : error.code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
