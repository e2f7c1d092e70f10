import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { searchKey } from '@parindex/core';
import { documentNumberKey, type FirstPage, personalData, readFirstPage, readFirstPageText, secretMark, segmentTexts } from '@parindex/core/evidence/index';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { recordAct } from '../audit/record.ts';
import { recordDocument } from '../audit/record-document.ts';
import { announceContent, eraseAgain, findContent, lockContent, markContentKept, markScanned, scanAgain } from '../db/queries/contents.ts';
import { changeDocument, findSameFile, insertDocument, insertPages, insertVersion, lockDocument } from '../db/queries/documents.ts';
import { markHashed, markKept, markRefused, nextReceived, tryUpload, type UploadRow, willBeTriedAgain } from '../db/queries/uploads.ts';
import type { Writing } from '../db/transaction.ts';
import { inspect } from '../intake/inspect.ts';
import type { Inspection } from '../intake/inspection.ts';
import { FileRefused } from '../intake/refused.ts';
import { ScannerDown, type Verdict } from '../outside/scanner.ts';
import { objectKey, previewKey } from '../outside/storage/keys.ts';
import { NoSuchObject, StorageDown, StorageFull } from '../outside/storage/storage-faults.ts';
import { readSignaturesApart } from '../signatures/read-apart.ts';
import { UploadHold } from './upload-lock.ts';
import { asJob, asJobs, type EvidenceWork } from './work.ts';

/** Checks that broke off so often are not tried again: the file itself breaks them. */
const MOST_TRIES = 5;

interface Read {
  readonly sha256: Buffer;
  readonly bytes: number;
  /** undefined: no scanner, or none that answers. */
  readonly verdict: Verdict | undefined;
}

/** Reads what has come once, hashing and scanning at the same time. */
async function readOnce({ evidence: { scanner }, log }: EvidenceWork, content: Readable): Promise<Read> {
  const hash = createHash('sha256');
  let bytes = 0;
  const toScanner = scanner && new PassThrough();
  const verdict =
    scanner && toScanner
      ? scanner.scan(toScanner).catch((error: unknown) => {
          if (!(error instanceof ScannerDown)) throw error;
          log('scanner', error);
          return undefined;
        })
      : Promise.resolve(undefined);
  // A scanner that is gone reads no more: what is meant for it is let go.
  let deaf = toScanner === undefined;
  void verdict.finally(() => {
    deaf = true;
    toScanner?.resume();
  });
  await pipeline(content, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      if (!deaf && toScanner && !toScanner.write(piece)) await Promise.race([new Promise((resolve) => toScanner.once('drain', resolve)), verdict]);
    }
  }).finally(() => toScanner?.end());
  return { sha256: hash.digest(), bytes, verdict: await verdict };
}

/** What was hashed as it came is read again only where a scanner asks for it. */
async function readHere(work: EvidenceWork, { sha256, bytes }: UploadRow, content: Readable): Promise<Read> {
  if (!sha256 || work.evidence.scanner) return readOnce(work, content);
  content.destroy();
  return { sha256, bytes, verdict: undefined };
}

/** The bytes of an upload: as they came, or, where an earlier try got so far, from their place in the store. */
async function bytesOf(work: EvidenceWork, upload: UploadRow) {
  const { storage } = work.evidence;
  try {
    return { content: await storage.readArrival(upload.id), withFile: <T>(work: (path: string) => Promise<T>) => storage.withArrivalFile(upload.id, work) };
  } catch (error) {
    const { sha256 } = upload;
    if (!(error instanceof NoSuchObject) || !sha256) throw error;
    // An earlier try got as far as the store, and a removal took them out of it.
    if ((await asJobs(work, (db) => findContent(db, sha256)))?.goneFor === 'removed') throw new FileRefused('removedBefore', {});
    const key = objectKey(sha256.toString('hex'));
    return { content: await storage.read(key), withFile: <T>(work: (path: string) => Promise<T>) => storage.withFile(key, work) };
  }
}

/** What must not be here leaves no name either. */
const NAMELESS = '—';
const LEAVES_NO_NAME: readonly FileRefused['code'][] = ['secretMark', 'removedBefore'];

async function refuse(work: EvidenceWork, upload: UploadRow, refused: FileRefused, sha256: Buffer | undefined): Promise<void> {
  const nameless = LEAVES_NO_NAME.includes(refused.code);
  await work.evidence.storage.dropArrival(upload.id);
  await asJobs(work, async (db) => {
    await markRefused(db, upload.id, { code: refused.code, details: refused.details }, work.clock.now(), nameless ? NAMELESS : undefined);
    // It may have reached the store meanwhile.
    if (sha256 && refused.code === 'removedBefore') await eraseAgain(db, sha256);
    if (sha256 && refused.code === 'infected') await scanAgain(db, sha256);
    await recordAct(asJob(work, db, upload), {
      act: 'evidence.refuse',
      subject: `upload:${upload.id}`,
      round: upload.round,
      body: upload.body,
      content: { code: refused.code },
      ...(nameless ? {} : { erasable: { name: upload.fileName, details: refused.details } }),
    });
  });
}

interface Examined extends Inspection {
  readonly signatures: readonly SignatureReading[];
}

/** What a file is and says, or why it may not come in. */
async function examine(work: EvidenceWork, upload: UploadRow, read: Read, withFile: <T>(use: (path: string) => Promise<T>) => Promise<T>): Promise<Examined> {
  if (read.bytes !== upload.bytes) throw new FileRefused('incomplete', { bytes: String(read.bytes), expected: String(upload.bytes) });
  if (read.verdict?.clean === false) throw new FileRefused('infected', { found: read.verdict.told });
  if (upload.tries > MOST_TRIES) throw new FileRefused('tooHeavy', {});
  const examined = await withFile(async (path) => {
    const inspection = await inspect(path, upload.fileName);
    return { ...inspection, signatures: inspection.kind === 'pdf' ? await readSignaturesApart(path, work.evidence.trustFolder, work.clock.now()) : [] };
  });
  const { firstPage, pages } = examined;
  const mark = secretMark([...(firstPage ? segmentTexts(firstPage.lines, firstPage) : []), ...pages.flatMap(({ text }) => text.split('\n'))]);
  if (mark) throw new FileRefused('secretMark', { level: mark.level });
  return examined;
}

/** What the first page says of the document; of kinds that have no places on a page, what its first lines say. Tables and drawings say nothing. */
function proposedBy({ kind, firstPage, pages }: Inspection): FirstPage | null {
  if (firstPage) return readFirstPage(firstPage.lines, firstPage);
  return kind === 'docx' || kind === 'odt' ? readFirstPageText(pages[0]?.text.split('\n') ?? []) : null;
}

/** Writes the version down, with its document where that is new; all of it or nothing. Answers the document that holds the bytes. */
async function record(work: EvidenceWork, db: Writing, upload: UploadRow, read: Read, found: Examined): Promise<string> {
  const { round, body, document, account } = upload;
  const moment = work.clock.now();
  // What was removed while this was on its way to the store.
  if ((await findContent(db, read.sha256))?.goneFor === 'removed') throw new FileRefused('removedBefore', {});
  await markContentKept(db, read.sha256, moment);
  if (read.verdict?.clean) await markScanned(db, read.sha256, 'clean', 'clean', moment);
  const same = await findSameFile(db, round, body, read.sha256);
  // The same bytes are there already: that document serves here too.
  if (same !== undefined) return same;
  const there = await lockDocument(db, document);
  if (there?.gone) throw new FileRefused('removedBefore', {});
  // The id may have become a paper sent by the secret mail meanwhile: of that nothing is kept.
  if (there && (there.round !== round || there.body !== body || there.withdrawn || there.form === 'secretMail')) throw new FileRefused('documentElsewhere', {});
  const personal = personalData(found.pages.map(({ text }) => text));
  // With personal data it is closed, and released no more, until somebody of the body decides anew. Whoever saw it without this version saw another document.
  if (there) await changeDocument(db, document, personal.length > 0 ? { personal_data: true, access: 'restricted' } : {});
  if (!there)
    await insertDocument(db, {
      id: document,
      round_id: round,
      body_id: body,
      form: 'file',
      personal_data: personal.length > 0,
      created_by: account,
      created_at: moment,
    });
  const number = (there?.newest ?? 0) + 1;
  const proposed = proposedBy(found);
  const facts = {
    number: proposed?.number?.value ?? null,
    date: proposed?.date?.value ?? null,
    issuer: proposed?.issuer?.value ?? null,
    subject: proposed?.subject?.value ?? null,
  };
  await insertVersion(db, {
    document_id: document,
    number,
    round_id: round,
    body_id: body,
    sha256: read.sha256,
    bytes: read.bytes,
    file_name: upload.fileName,
    kind: found.kind,
    redacted: upload.redacted,
    doc_number: facts.number,
    doc_number_key: facts.number && documentNumberKey(facts.number),
    issued_on: facts.date,
    issuer: facts.issuer,
    subject: facts.subject,
    valid_from: null,
    valid_to: null,
    confirmed_by: null,
    proposed: proposed && JSON.stringify(proposed),
    findings: JSON.stringify(found.findings),
    signatures: JSON.stringify(found.signatures),
    personal_found: JSON.stringify(personal),
    pages: found.pages.length,
    pages_are: found.pagesAre,
    late_by: upload.lateBy,
    uploaded_by: account,
    uploaded_at: upload.receivedAt ?? moment,
    search_key: searchKey([facts.number, facts.issuer, facts.subject, upload.fileName].filter(Boolean).join(' ')),
  });
  await insertPages(
    db,
    { document_id: document, number, round_id: round, body_id: body },
    found.pages.map(({ text, title }, index) => ({ page: index + 1, title: title ?? null, text, blocks: found.blocks?.[index] ?? null, key: searchKey(text) })),
  );
  await recordDocument(asJob(work, db, upload), {
    act: 'evidence.add',
    document,
    round,
    body,
    content: { version: number, sha256: read.sha256.toString('hex'), bytes: read.bytes, kind: found.kind, lateBy: upload.lateBy, pages: found.pages.length },
    erasable: { name: upload.fileName, ...facts },
  });
  return document;
}

/** Brings one upload that is held to its end: hashed, scanned, looked into, kept, recorded; or refused. Each stage may be the last of this process: the next try goes on. */
async function finish(work: EvidenceWork, upload: UploadRow): Promise<void> {
  const { storage } = work.evidence;
  let hash = upload.sha256 ?? undefined;
  try {
    const { content, withFile } = await bytesOf(work, upload);
    const read = await readHere(work, upload, content);
    hash = read.sha256;
    const inspection = await examine(work, upload, read, withFile);
    const hex = read.sha256.toString('hex');
    await asJobs(work, async (db) => {
      await lockContent(db, read.sha256);
      const there = await findContent(db, read.sha256);
      if (there?.goneFor === 'removed') throw new FileRefused('removedBefore', {});
      if (there?.scan === 'infected') throw new FileRefused('infected', {});
      await markHashed(db, upload.id, read.sha256);
      await announceContent(db, read.sha256, read.bytes);
    });
    await storage.keepArrival(upload.id, objectKey(hex));
    if (inspection.preview) await storage.put(previewKey(hex, 'image.webp'), inspection.preview);
    await asJobs(work, async (db) => {
      await lockContent(db, read.sha256);
      await markKept(db, upload.id, await record(work, db, upload, read, inspection), work.clock.now());
    });
    // The arrival is gone where it became the object, and left where the object was there before.
    await storage.dropArrival(upload.id).catch((error) => work.log('arrival', error));
  } catch (error) {
    // Neither what arrived nor what was kept is there any more, and will not come back by asking again.
    const refused = error instanceof NoSuchObject && upload.tries > MOST_TRIES ? new FileRefused('incomplete', {}) : error;
    if (!(refused instanceof FileRefused)) throw error;
    await refuse(work, upload, refused, hash);
  }
}

/** Whether what broke a check off lies outside of the file: the store, the network, the machine. */
const liesOutside = (error: unknown): boolean => error instanceof StorageDown || error instanceof StorageFull || (error instanceof Error && 'syscall' in error);

/** Takes the next upload that has come whole and brings it to its end; false where there is none. */
export async function finishNext(work: EvidenceWork): Promise<boolean> {
  const id = await asJobs(work, nextReceived);
  if (id === undefined) return false;
  const hold = new UploadHold(work.pool, id);
  // Another was quicker: there may be a next one.
  if (!(await hold.hold())) return true;
  try {
    const upload = await asJobs(work, (db) => tryUpload(db, id));
    if (upload) await finish(work, upload);
    return true;
  } catch (error) {
    // However long the store is away, no file is refused for it.
    if (liesOutside(error)) await asJobs(work, (db) => willBeTriedAgain(db, id, MOST_TRIES));
    throw error;
  } finally {
    await hold.unlock();
  }
}
