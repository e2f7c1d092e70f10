import { recordAct } from '../audit/record.ts';
import { lockContent, markGone, markScanned, waitingForScan } from '../db/queries/contents.ts';
import { librariesHolding } from '../db/queries/documents.ts';
import { ScannerDown } from '../outside/scanner.ts';
import { objectKey } from '../outside/storage/keys.ts';
import { asJob, asJobs, type EvidenceWork } from './work.ts';

const AT_A_TIME = 20;

/**
 * Looks through bytes that came in while no scanner answered; until then nobody reads them. What is infected goes, its
 * record stays. Answers whether there was any; false where the scanner is away.
 */
export async function scanWaiting(work: EvidenceWork): Promise<boolean> {
  const { scanner, storage } = work.evidence;
  if (!scanner) return false;
  const waiting = await asJobs(work, (db) => waitingForScan(db, AT_A_TIME));
  for (const { sha256 } of waiting) {
    const key = objectKey(sha256.toString('hex'));
    const bytes = await storage.read(key);
    try {
      const verdict = await scanner.scan(bytes);
      await asJobs(work, async (db) => {
        await lockContent(db, sha256);
        await markScanned(db, sha256, verdict.clean ? 'clean' : 'infected', verdict.clean ? 'clean' : verdict.told, work.clock.now());
        if (verdict.clean) return;
        await markGone(db, sha256, 'infected', work.clock.now());
        for (const { document, round, body, number } of await librariesHolding(db, sha256))
          await recordAct(asJob(work, db, null), {
            act: 'evidence.scan',
            subject: `document:${document}`,
            round,
            body,
            content: { version: number, sha256: sha256.toString('hex'), found: verdict.told },
          });
      });
      if (!verdict.clean) await storage.remove(key);
    } catch (error) {
      if (!(error instanceof ScannerDown)) throw error;
      return false;
    } finally {
      bytes.destroy();
    }
  }
  return waiting.length > 0;
}
