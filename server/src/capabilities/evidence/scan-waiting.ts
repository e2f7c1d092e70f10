import type { Readable } from 'node:stream';
import { recordAct } from '../../audit/record.ts';
import { type Scanner, ScannerDown, type Verdict } from '../../scanner/scanner.ts';
import { objectKey } from '../../storage/keys.ts';
import { NoSuchObject } from '../../storage/storage-faults.ts';
import { eraseSoon } from './erase-gone.ts';
import { lockContent, markGone, markScanned, putScanOff, waitingForScan } from './queries/contents.ts';
import { librariesHolding } from './queries/documents.ts';
import { recordStored } from './record-stored.ts';
import { asJob, asJobs, type EvidenceWork } from './work.ts';

const AT_A_TIME = 20;
/** Content without a verdict is tried again after this long. */
const PUT_OFF_MS = 10 * 60_000;

/** The scanner's verdict on stored bytes; undefined if it has none for these. Throws ScannerDown if the scanner is unavailable. */
async function verdictOf({ evidence: { storage }, log }: EvidenceWork, scanner: Scanner, key: string): Promise<Verdict | undefined> {
  let bytes: Readable | undefined;
  try {
    bytes = await storage.read(key);
    return await scanner.scan(bytes);
  } catch (error) {
    if (!(error instanceof ScannerDown || error instanceof NoSuchObject)) throw error;
    // Any other error concerns these bytes, such as a size limit of the scanner.
    if (error instanceof ScannerDown) await scanner.version();
    log(`no verdict on ${key}`, error);
    return undefined;
  } finally {
    bytes?.destroy();
  }
}

/**
 * Scans bytes that arrived while the scanner was unavailable; until then nobody may read them. Infected bytes are erased,
 * their record stays. Bytes without a verdict move behind the others. Returns whether there was any verdict; false if the
 * scanner is unavailable.
 */
export async function scanWaiting(work: EvidenceWork): Promise<boolean> {
  const { scanner, storage } = work.evidence;
  if (!scanner) return false;
  let verdicts = 0;
  const before = new Date(work.clock.now().getTime() - PUT_OFF_MS);
  for (const { sha256 } of await asJobs(work, (db) => waitingForScan(db, before, AT_A_TIME))) {
    const key = objectKey(sha256.toString('hex'));
    try {
      const verdict = await verdictOf(work, scanner, key);
      if (!verdict) {
        await asJobs(work, (db) => putScanOff(db, sha256, work.clock.now()));
        continue;
      }
      verdicts += 1;
      await asJobs(work, async (db) => {
        await lockContent(db, sha256);
        await markScanned(db, sha256, verdict.clean ? 'clean' : 'infected', verdict.clean ? 'clean' : verdict.told, work.clock.now());
        if (!verdict.clean) await markGone(db, sha256, 'infected', work.clock.now());
        await recordStored(work, db, sha256);
        if (verdict.clean) return;
        await eraseSoon(db, null);
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
    }
  }
  return verdicts > 0;
}
