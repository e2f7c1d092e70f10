import type { RefusalCode } from '@parindex/core/evidence/file-codes';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { hashesIn } from '@parindex/core/submissions/signed-report';
import { FileRefused } from '../../file-inspection/refused.ts';
import { takeFile } from '../../file-inspection/take-file.ts';
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

/** Examines a report that arrived, with its signatures; or the reason to refuse it. Stores nothing. */
export async function readSignedReport(evidence: Evidence, bytes: Buffer, now: Date): Promise<SignedReport | { readonly refused: RefusalCode | 'notPdf' }> {
  const signaturesOf = async (path: string, { kind }: { readonly kind: string }) =>
    kind === 'pdf' ? readSignaturesApart(path, evidence.trustFolder, now) : [];
  try {
    const { kind, pages, sha256, scanned, also: signatures = [] } = await takeFile(evidence.scanner, bytes, 'bao-cao.pdf', signaturesOf);
    if (kind !== 'pdf') return { refused: 'notPdf' };
    const texts = pages.map(({ text }) => text);
    return { bytes, sha256, scanned, signatures, hashes: [...new Set(texts.flatMap(hashesIn))], sheets: texts.flatMap(sheetsNamedIn) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    // There is no file name to check.
    return { refused: error.code === 'nameSaysOther' ? 'notPdf' : error.code };
  }
}
