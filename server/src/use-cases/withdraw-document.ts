import type { Acting } from '../acting.ts';
import { recordAct } from '../audit/record.ts';
import { changeDocument, type DocumentRow } from '../db/queries/documents.ts';

/** Takes a document that nothing cites out of the library; its record and bytes stay for those who ask later. */
export async function withdrawDocument(acting: Acting, document: DocumentRow): Promise<void> {
  await changeDocument(acting.db, document.id, { withdrawn_by: acting.account, withdrawn_at: acting.receivedAt });
  await recordAct(acting, { act: 'evidence.withdraw', subject: `document:${document.id}`, round: document.round, body: document.body });
}
