import { secretMark, segmentTexts } from '@parindex/core/evidence/index';
import { recordAct } from '../../audit/record.ts';
import { FileRefused } from '../../file-inspection/refused.ts';
import { type JobKind, runNext } from '../../jobs/run-job.ts';
import { objectKey, previewKey } from '../../storage/keys.ts';
import { NoSuchObject, StorageDown, StorageFull } from '../../storage/storage-faults.ts';
import { eraseSoon } from './erase-gone.ts';
import { announceContent, BeingErased, eraseAgain, findContent, lockContent, scanAgain } from './queries/contents.ts';
import { CHECK, findReceived, markHashed, markKept, markRefused, type UploadRow } from './queries/uploads.ts';
import { bytesOf, type Read, readHere } from './read-upload.ts';
import { readStored, recordStored } from './record-stored.ts';
import { type Examined, recordVersion } from './record-version.ts';
import { asJob, asJobs, type EvidenceWork, READ_APART } from './work.ts';

/** Files checked at a time by one process: each is read by a process of its own, which may use up to three gigabytes. */
const CHECKERS = 2;
/** After this many crashed checks a file is not tried again: the file itself crashes them. */
const MOST_TRIES = 5;

/** A file that must not be here may leave no name either. */
const NAMELESS = '—';
const LEAVES_NO_NAME: readonly FileRefused['code'][] = ['secretMark', 'removedBefore'];

async function refuse(work: EvidenceWork, upload: UploadRow, refused: FileRefused, sha256: Buffer | undefined): Promise<void> {
  const nameless = LEAVES_NO_NAME.includes(refused.code);
  await work.evidence.storage.dropArrival(upload.id);
  await asJobs(work, async (db) => {
    await markRefused(db, upload.id, { code: refused.code, details: refused.details }, work.clock.now(), nameless ? NAMELESS : undefined);
    // It may have reached the storage meanwhile.
    if (sha256 && refused.code === 'removedBefore') {
      await eraseAgain(db, sha256);
      await eraseSoon(db, asJob(work, db, upload));
    }
    if (sha256 && refused.code === 'infected') await scanAgain(db, sha256);
    await recordAct(asJob(work, db, upload), {
      act: 'evidence.refuse',
      subject: `upload:${upload.id}`,
      round: upload.round,
      body: upload.body,
      content: { code: refused.code, ...(sha256 && refused.code === 'infected' ? { stands: await readStored(db, sha256) } : {}) },
      ...(nameless ? {} : { erasable: { name: upload.fileName, details: refused.details } }),
    });
  });
}

/** What a file is and contains, or why it is refused. */
async function examine(
  work: EvidenceWork,
  upload: UploadRow,
  tries: number,
  read: Read,
  withFile: <T>(use: (path: string) => Promise<T>) => Promise<T>,
): Promise<Examined> {
  if (read.bytes !== upload.bytes) throw new FileRefused('incomplete', { bytes: String(read.bytes), expected: String(upload.bytes) });
  if (read.verdict?.clean === false) throw new FileRefused('infected', { found: read.verdict.told });
  if (tries > MOST_TRIES) throw new FileRefused('tooHeavy', {});
  const examined = await withFile(async (path) => {
    const { inspect, readSignatures } = work.reading ?? READ_APART;
    const inspection = await inspect(path, upload.fileName);
    return { ...inspection, signatures: inspection.kind === 'pdf' ? await readSignatures(path, work.evidence.trustFolder, work.clock.now()) : [] };
  });
  const { firstPage, pages } = examined;
  const mark = secretMark([...(firstPage ? segmentTexts(firstPage.lines, firstPage) : []), ...pages.flatMap(({ text }) => text.split('\n'))]);
  if (mark) throw new FileRefused('secretMark', { level: mark.level });
  return examined;
}

/**
 * Finishes one locked upload: hashed, scanned, inspected, stored and recorded; or refused. The process may die after any
 * stage; the next attempt continues.
 */
async function finish(work: EvidenceWork, upload: UploadRow, tries: number): Promise<void> {
  const { storage } = work.evidence;
  let hash = upload.sha256 ?? undefined;
  try {
    const { content, withFile } = await bytesOf(work, upload);
    const read = await readHere(work, upload, content);
    hash = read.sha256;
    const inspection = await examine(work, upload, tries, read, withFile);
    const hex = read.sha256.toString('hex');
    await asJobs(work, async (db) => {
      await lockContent(db, read.sha256);
      const there = await findContent(db, read.sha256);
      if (there?.goneFor === 'removed') throw new FileRefused('removedBefore', {});
      if (there?.scan === 'infected') throw new FileRefused('infected', {});
      await markHashed(db, upload.id, read.sha256);
      await announceContent(db, read.sha256, read.bytes);
      // Bytes that were gone are on their way once more, and not kept until they are there.
      if (there && there.goneFor !== null) await recordStored(work, db, read.sha256);
    });
    await storage.keepArrival(upload.id, objectKey(hex));
    if (inspection.preview) await storage.put(previewKey(hex, 'image.webp'), inspection.preview);
    await asJobs(work, async (db) => {
      await lockContent(db, read.sha256);
      await markKept(db, upload.id, await recordVersion(work, db, upload, read, inspection), work.clock.now());
    });
    // The arrival is gone if it became the object, and remains if the object existed before.
    await storage.dropArrival(upload.id).catch((error) => work.log('arrival', error));
  } catch (error) {
    // Neither the arrival nor the object exists any more, and retrying will not bring them back.
    const refused = error instanceof NoSuchObject && tries > MOST_TRIES ? new FileRefused('incomplete', {}) : error;
    if (!(refused instanceof FileRefused)) throw error;
    await refuse(work, upload, refused, hash);
  }
}

/** Whether a check was interrupted by something other than the file: storage, network, machine. */
const liesOutside = (error: unknown): boolean =>
  error instanceof BeingErased || error instanceof StorageDown || error instanceof StorageFull || (error instanceof Error && 'syscall' in error);

/** Checks uploads that have arrived completely. */
export const checking = (work: EvidenceWork): JobKind => ({
  kind: CHECK,
  atOnce: CHECKERS,
  // However long storage is unavailable, no file is refused for it.
  attemptsAfter: (error) => (liesOutside(error) ? MOST_TRIES - 1 : undefined),
  run: async ({ id, attempts }) => {
    const upload = await asJobs(work, (db) => findReceived(db, id));
    if (upload) await finish(work, upload, attempts);
  },
});

/** Checks the next complete upload; false if there is none. */
export const finishNext = (work: EvidenceWork): Promise<boolean> => runNext(work.pool, [checking(work)]);
