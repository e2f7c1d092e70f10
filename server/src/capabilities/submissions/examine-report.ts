import type { Context } from '../../context.ts';
import type { Reading } from '../../db/transaction.ts';
import type { OfficialDocument } from '../../documents/document.ts';
import { officialPdf } from '../../documents/pdf.ts';
import { Limiter } from '../../file-inspection/limiter.ts';
import { Problem } from '../../http/problems.ts';
import { reportKey } from '../../storage/keys.ts';
import { databaseNow } from '../../storage/queries/report-sweep.ts';
import type { ArrivedReport } from './acts/send-report.ts';
import { judgeSigned } from './judge-signed.ts';
import { findPermission } from './queries/sendings.ts';
import { readSignedReport } from './read-signed.ts';
import type { Frozen } from './sheet-hash.ts';

/** Reports examined at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 16;

interface Expected {
  readonly round: string;
  readonly body: string;
  readonly document: OfficialDocument;
  /** What its foot calls the sheet. */
  readonly sheet: string;
  /** undefined: nothing is frozen, so that nothing can be sent. */
  readonly frozen: Frozen | undefined;
}

/** What a signed document is held against, as it stands when it arrives. */
export async function expectReport(db: Reading, expected: Expected) {
  const permitted = (await findPermission(db, expected.round, expected.body)) !== undefined;
  return { ...expected, permitted, now: await databaseNow(db) };
}

/** Examines signed documents before anything counts as sent: few at a time, and none that cannot be sent now. */
export function reportExaminer({ evidence }: Pick<Context, 'evidence'>) {
  const limiter = new Limiter(AT_ONCE, WAITING);
  return async (bytes: Buffer, { document, frozen, now, ...expected }: Awaited<ReturnType<typeof expectReport>>, receivedAt: Date): Promise<ArrivedReport> => {
    if (!frozen) return { read: null, asMadeFor: undefined, storedSince: undefined };
    const report = await limiter.take(async (): Promise<ArrivedReport> => {
      const asMade = bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? await officialPdf(document) : undefined;
      const begins = asMade !== undefined && bytes.length >= asMade.length && asMade.equals(bytes.subarray(0, asMade.length));
      const read = await readSignedReport(evidence, bytes, receivedAt);
      const asked = { ...expected, frozen, asMade: begins, trustsSomebody: evidence.trustFolder !== undefined };
      const stored = !('refused' in read) && judgeSigned(read, asked).refusals.length === 0;
      // What is refused after all, as the sheet has changed meanwhile, is swept.
      if (stored && !('refused' in read)) await evidence.storage.put(reportKey(read.sha256), read.bytes);
      return { read, asMadeFor: begins ? frozen.hash : undefined, storedSince: stored ? now : undefined };
    });
    if (!report) throw new Problem('notReady');
    return report;
  };
}

/** Whoever sends a signed document and brings no PDF is told so. */
export const notPdf = (mediaType: string): Problem =>
  new Problem('wrongMediaType', { detail: { vi: `Báo cáo gửi lên phải là PDF (${mediaType}).`, en: `A report is sent as ${mediaType}.` } });
