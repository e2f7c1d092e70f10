import type { Acting } from '../../../audit/acting.ts';
import { recordDocument } from '../../../audit/record-document.ts';
import { changeDocument, type DocumentRow } from '../queries/documents.ts';

/** Withdraws a document that nothing cites; its record and bytes stay, for later questions. */
export async function withdrawDocument(acting: Acting, document: DocumentRow): Promise<void> {
  await changeDocument(acting.db, document.id, { withdrawn_by: acting.account, withdrawn_at: acting.receivedAt });
  await recordDocument(acting, { act: 'evidence.withdraw', document: document.id, round: document.round, body: document.body });
}
