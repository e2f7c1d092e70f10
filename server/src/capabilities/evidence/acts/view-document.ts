import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { viewedSince } from '../../audit-trail/queries/audit.ts';
import type { DocumentRow } from '../queries/documents.ts';

/** A viewer fetches a document in many pieces; within this time they count as one view. */
const SITTING_MS = 10 * 60_000;

/** Records that somebody views a document with personal data. */
export async function viewDocument(acting: Acting, document: Pick<DocumentRow, 'id' | 'round' | 'body'>, version: number): Promise<void> {
  const subject = `document:${document.id}/${version}` as const;
  const since = new Date(acting.receivedAt.getTime() - SITTING_MS);
  if (await viewedSince(acting.db, acting.account as string, subject, since)) return;
  await recordAct(acting, { act: 'evidence.view', subject, round: document.round, body: document.body });
}
