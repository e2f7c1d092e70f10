import { searchKey } from '@parindex/core';
import { documentNumberKey, type FirstPage, personalData, readFirstPage, readFirstPageText } from '@parindex/core/evidence/index';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { recordDocument } from '../../audit/record-document.ts';
import type { Writing } from '../../db/transaction.ts';
import type { Inspection } from '../../file-inspection/inspection.ts';
import { FileRefused } from '../../file-inspection/refused.ts';
import { findContent, markContentKept, markScanned } from './queries/contents.ts';
import { changeDocument, findSameFile, insertDocument, insertPages, insertVersion, lockDocument } from './queries/documents.ts';
import type { UploadRow } from './queries/uploads.ts';
import type { Read } from './read-upload.ts';
import { recordStored } from './record-stored.ts';
import { asJob, type EvidenceWork } from './work.ts';

/** What a file is and contains, with its signatures. */
export interface Examined extends Inspection {
  readonly signatures: readonly SignatureReading[];
}

/** What the first page says about the document; for kinds without page layout, the first lines. Spreadsheets and images yield nothing. */
function proposedBy({ kind, firstPage, pages }: Inspection): FirstPage | null {
  if (firstPage) return readFirstPage(firstPage.lines, firstPage);
  return kind === 'docx' || kind === 'odt' ? readFirstPageText(pages[0]?.text.split('\n') ?? []) : null;
}

/** Records the version, with its document if that is new, all or nothing. Returns the document that holds the bytes. */
export async function recordVersion(work: EvidenceWork, db: Writing, upload: UploadRow, read: Read, found: Examined): Promise<string> {
  const { round, body, document, account } = upload;
  const moment = work.clock.now();
  // The bytes were removed while this was being stored.
  if ((await findContent(db, read.sha256))?.goneFor === 'removed') throw new FileRefused('removedBefore', {});
  await markContentKept(db, read.sha256, moment);
  if (read.verdict?.clean) await markScanned(db, read.sha256, 'clean', 'clean', moment);
  const same = await findSameFile(db, round, body, read.sha256);
  // The library has the same bytes already: that document is used.
  if (same !== undefined) {
    await recordStored(work, db, read.sha256);
    return same;
  }
  const there = await lockDocument(db, document);
  if (there?.gone) throw new FileRefused('removedBefore', {});
  // The id may have become a paper sent by secret mail meanwhile: then nothing is stored.
  if (there && (there.round !== round || there.body !== body || there.withdrawn || there.form === 'secretMail')) throw new FileRefused('documentElsewhere', {});
  const personal = personalData(found.pages.map(({ text }) => text));
  // Personal data closes the document and revokes its release until somebody of the body decides again: without this version it was another document.
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
    bytes: read.sha256,
    round,
    body,
    content: { version: number, sha256: read.sha256.toString('hex'), bytes: read.bytes, kind: found.kind, lateBy: upload.lateBy, pages: found.pages.length },
    erasable: { name: upload.fileName, ...facts },
  });
  return document;
}
