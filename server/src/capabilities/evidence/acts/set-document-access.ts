import type { Acting } from '../../../audit/acting.ts';
import { recordDocument } from '../../../audit/record-document.ts';
import { changeDocument, type DocumentRow } from '../queries/documents.ts';

export interface NewAccess {
  readonly access: 'restricted' | 'released';
  readonly personalData: boolean;
  readonly reason: string;
}

/** Decides who may see a document: whether it may be published, and whether it holds personal data; always with a reason. */
export async function setDocumentAccess(acting: Acting, document: DocumentRow, { access, personalData, reason }: NewAccess): Promise<void> {
  await changeDocument(acting.db, document.id, { access, personal_data: personalData });
  await recordDocument(acting, {
    act: 'evidence.access',
    document: document.id,
    round: document.round,
    body: document.body,
    content: { before: { access: document.access, personalData: document.personalData }, after: { access, personalData } },
    erasable: { reason },
  });
}
