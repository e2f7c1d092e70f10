import { searchKey } from '@parindex/core';
import { documentNumberKey } from '@parindex/core/evidence/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordDocument } from '../../../audit/record-document.ts';
import { changeDocument, changeVersion, type DocumentRow, type VersionRow } from '../queries/documents.ts';

/** Stores what a person enters about a version of a document: number, date, issuer, subject, validity. */
export async function describeDocument(acting: Acting, document: DocumentRow, version: VersionRow, facts: VersionRow['facts']): Promise<void> {
  await changeVersion(acting.db, document.id, version.number, {
    doc_number: facts.number,
    doc_number_key: facts.number === null ? null : documentNumberKey(facts.number),
    issued_on: facts.date,
    issuer: facts.issuer,
    subject: facts.subject,
    valid_from: facts.validFrom,
    valid_to: facts.validTo,
    confirmed_by: acting.account,
    confirmed_at: acting.receivedAt,
    search_key: searchKey([facts.number, facts.issuer, facts.subject, version.file?.name].filter(Boolean).join(' ')),
  });
  await changeDocument(acting.db, document.id, {});
  await recordDocument(acting, {
    act: 'evidence.describe',
    document: document.id,
    round: document.round,
    body: document.body,
    content: { version: version.number },
    erasable: { before: version.facts, after: facts },
  });
}
