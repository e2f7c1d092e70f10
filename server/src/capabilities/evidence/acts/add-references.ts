import { searchKey } from '@parindex/core';
import { documentNumberKey } from '@parindex/core/evidence/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordDocument } from '../../../audit/record-document.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { insertDocument, insertVersion } from '../queries/documents.ts';
import type { UploadWindow } from '../upload-window.ts';

export interface NewReference {
  readonly id: string;
  /** secretMail: neither number nor title is stored. */
  readonly form: 'reference' | 'secretMail';
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
}

/** Adds documents by number alone, without a file; or only the fact that they were sent by secret mail. */
export async function addReferences(acting: Acting, { round, body }: SheetPlace, { lateBy }: UploadWindow, references: readonly NewReference[]): Promise<void> {
  const { db, receivedAt } = acting;
  const account = acting.account as string;
  for (const { id, form, number, date, issuer, subject } of references) {
    await insertDocument(db, { id, round_id: round, body_id: body, form, created_by: account, created_at: receivedAt });
    await insertVersion(db, {
      document_id: id,
      number: 1,
      round_id: round,
      body_id: body,
      ...{ sha256: null, bytes: null, file_name: null, kind: null, pages: null, pages_are: null, proposed: null },
      ...{ doc_number: number, doc_number_key: number === null ? null : documentNumberKey(number), issued_on: date, issuer, subject },
      ...(form === 'secretMail' ? {} : { confirmed_by: account, confirmed_at: receivedAt }),
      late_by: lateBy,
      uploaded_by: account,
      uploaded_at: receivedAt,
      search_key: searchKey([number, issuer, subject].filter(Boolean).join(' ')),
    });
    await recordDocument(acting, {
      act: 'evidence.reference',
      document: id,
      round,
      body,
      content: { form, lateBy },
      ...(form === 'secretMail' ? {} : { erasable: { number, date, issuer, subject } }),
    });
  }
}
