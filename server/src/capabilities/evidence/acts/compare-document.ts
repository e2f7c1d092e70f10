import type { Acting } from '../../../audit/acting.ts';
import { recordDocument } from '../../../audit/record-document.ts';
import { changeDocument, type DocumentRow } from '../queries/documents.ts';

/** Somebody who judges the sheet confirms having compared the paper sent by secret mail with the claim (đã đối chiếu). */
export async function compareDocument(acting: Acting, document: DocumentRow): Promise<void> {
  await changeDocument(acting.db, document.id, { compared_by: acting.account, compared_at: acting.receivedAt });
  await recordDocument(acting, { act: 'evidence.compare', document: document.id, round: document.round, body: document.body });
}
