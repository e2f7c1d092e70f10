import { searchKey } from '@parindex/core';
import { documentNumberKey } from '@parindex/core/evidence/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordDocument } from '../../../audit/record-document.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { type DocumentRow, insertCarriedVersion, insertDocument, type VersionRow } from '../queries/documents.ts';
import type { UploadWindow } from '../upload-window.ts';

export interface CarriedDocument {
  /** The id of the document created here. */
  readonly id: string;
  readonly from: DocumentRow;
  readonly version: VersionRow;
}

/**
 * Carries documents over from an earlier round, each confirmed by a person as still valid (còn hiệu lực). The bytes are
 * the same and stored once; facts confirmed then must be confirmed again.
 */
export async function carryDocuments(
  acting: Acting,
  { round, body }: SheetPlace,
  { lateBy }: UploadWindow,
  carried: readonly CarriedDocument[],
): Promise<void> {
  const { db, receivedAt } = acting;
  const account = acting.account as string;
  for (const { id, from, version } of carried) {
    await insertDocument(db, {
      ...{ id, round_id: round, body_id: body, form: from.form, personal_data: from.personalData },
      ...{ carried_from: from.id, created_by: account, created_at: receivedAt },
    });
    const { facts } = version;
    await insertCarriedVersion(
      db,
      { document: from.id, number: version.number },
      { document: id, round, body, lateBy, account, at: receivedAt },
      {
        key: facts.number === null ? null : documentNumberKey(facts.number),
        search: searchKey([facts.number, facts.issuer, facts.subject, version.file?.name].filter(Boolean).join(' ')),
      },
    );
    await recordDocument(acting, {
      act: 'evidence.carry',
      document: id,
      round,
      body,
      content: { from: from.id, version: version.number, lateBy, said: 'stillValid' },
      erasable: { ...facts },
    });
  }
}
