import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isLogged } from '../../external-services/circuit-breaker.ts';
import { FileRefused } from '../../file-inspection/refused.ts';
import { ScannerDown, type Verdict } from '../../scanner/scanner.ts';
import { objectKey } from '../../storage/keys.ts';
import { NoSuchObject } from '../../storage/storage-faults.ts';
import { findContent } from './queries/contents.ts';
import type { UploadRow } from './queries/uploads.ts';
import { asJobs, type EvidenceWork } from './work.ts';

/** What one pass over an upload found. */
export interface Read {
  readonly sha256: Buffer;
  readonly bytes: number;
  /** undefined: no scanner, or it does not answer. */
  readonly verdict: Verdict | undefined;
}

/** Reads an arrived upload once, hashing and scanning at the same time. */
async function readOnce({ evidence: { scanner }, log }: EvidenceWork, content: Readable): Promise<Read> {
  const hash = createHash('sha256');
  let bytes = 0;
  const toScanner = scanner && new PassThrough();
  const verdict =
    scanner && toScanner
      ? scanner.scan(toScanner).catch((error: unknown) => {
          if (!(error instanceof ScannerDown)) throw error;
          if (!isLogged(error)) log('scanner', error);
          return undefined;
        })
      : Promise.resolve(undefined);
  // If the scanner fails, the bytes meant for it are discarded.
  let deaf = toScanner === undefined;
  const letGo = () => {
    deaf = true;
    toScanner?.resume();
  };
  verdict.then(letGo, letGo);
  await pipeline(content, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      if (!deaf && toScanner && !toScanner.write(piece)) await Promise.race([new Promise((resolve) => toScanner.once('drain', resolve)), verdict]);
    }
  }).finally(() => toScanner?.end());
  return { sha256: hash.digest(), bytes, verdict: await verdict };
}

/** Bytes hashed on arrival are only read again for the scanner. */
export async function readHere(work: EvidenceWork, { sha256, bytes }: UploadRow, content: Readable): Promise<Read> {
  if (!sha256 || work.evidence.scanner) return readOnce(work, content);
  content.destroy();
  return { sha256, bytes, verdict: undefined };
}

/** The bytes of an upload: from its arrival, or from storage if an earlier attempt got that far. */
export async function bytesOf(work: EvidenceWork, upload: UploadRow) {
  const { storage } = work.evidence;
  try {
    return { content: await storage.readArrival(upload.id), withFile: <T>(work: (path: string) => Promise<T>) => storage.withArrivalFile(upload.id, work) };
  } catch (error) {
    const { sha256 } = upload;
    if (!(error instanceof NoSuchObject) || !sha256) throw error;
    // An earlier attempt stored them, and a removal has deleted them since.
    if ((await asJobs(work, (db) => findContent(db, sha256)))?.goneFor === 'removed') throw new FileRefused('removedBefore', {});
    const key = objectKey(sha256.toString('hex'));
    return { content: await storage.read(key), withFile: <T>(work: (path: string) => Promise<T>) => storage.withFile(key, work) };
  }
}
