import type { Acting } from './acting.ts';
import { readRowStates } from './queries/audited-tables.ts';
import { type ActToRecord, recordAct } from './record.ts';

export interface DocumentAct extends Pick<ActToRecord, 'act' | 'content' | 'erasable'> {
  readonly document: string;
  readonly round: string;
  readonly body: string;
  /** The hash of bytes that were stored for it. */
  readonly bytes?: Uint8Array;
}

/** Records an act on a document with the resulting rows of the document and its versions, so that the trail proves which bytes each version has. */
export async function recordDocument(acting: Acting, { act, document, round, body, bytes, content, erasable }: DocumentAct): Promise<void> {
  const stands = await readRowStates(acting.db, {
    ...{ document: [document], document_version: [document] },
    ...(bytes ? { content: [Buffer.from(bytes).toString('hex')] } : {}),
  });
  await recordAct(acting, { act, subject: `document:${document}`, round, body, content: { ...content, stands }, ...(erasable ? { erasable } : {}) });
}
