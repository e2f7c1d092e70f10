import type { ErasureKind } from '@parindex/core/contracts/schemas/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { dueDocuments, type ErasureRow, findErasure, insertErasure } from '../queries/erasures.ts';

/** Most documents of one purge; the rest is requested afterwards. */
const MOST_DOCUMENTS = 10_000;

interface ErasureRequest {
  readonly id: string;
  readonly kind: ErasureKind;
  readonly round: string;
  /** null for a purge. */
  readonly body: string | null;
  readonly documents: readonly string[];
  readonly reason: string;
}

async function keep(acting: Acting, { id, kind, round, body, documents, reason }: ErasureRequest): Promise<void> {
  const { db, receivedAt } = acting;
  await insertErasure(db, {
    ...{ id, kind, round_id: round, body_id: body, documents: [...documents], reason },
    ...{ asked_by: acting.account as string, asked_office: acting.membership as string, asked_at: receivedAt },
  });
  await recordAct(acting, {
    act: `${kind}.ask`,
    subject: `${kind}:${id}`,
    round,
    ...(body === null ? {} : { body }),
    content: { documents: documents.length, stands: await readRowStates(db, { erasure: [id] }) },
    erasable: { reason },
  });
}

/** A repeated request returns the stored one; the same id for something else is refused. */
function refuseOther({ account }: Acting, stored: ErasureRow, same: boolean): void {
  if (!same || stored.asked.by.id !== account) throw new Problem('idReused', { more: { id: stored.id } });
}

/** What a removal request needs. */
export interface RemovalRequest {
  readonly id: string;
  readonly round: string;
  readonly body: string;
  readonly document: string;
  readonly reason: string;
}

/** Requests the removal of a document, which hides it at once. Returns whether it was requested before. */
export async function askRemoval(acting: Acting, { id, round, body, document, reason }: RemovalRequest): Promise<{ readonly replayed: boolean }> {
  const stored = await findErasure(acting.db, 'removal', id);
  if (stored) refuseOther(acting, stored, stored.documents[0] === document && stored.reason === reason);
  else await keep(acting, { id, kind: 'removal', round, body, documents: [document], reason });
  return { replayed: stored !== undefined };
}

/** Proposes to purge what a closed round no longer has to keep, as of now. Returns whether it was proposed before. */
export async function askPurge(
  acting: Acting,
  { id, round, reason }: { readonly id: string; readonly round: string; readonly reason: string },
): Promise<{ readonly replayed: boolean }> {
  const stored = await findErasure(acting.db, 'purge', id);
  if (stored) {
    refuseOther(acting, stored, stored.round.id === round && stored.reason === reason);
    return { replayed: true };
  }
  const documents = await dueDocuments(acting.db, round, MOST_DOCUMENTS);
  if (documents.length === 0)
    throw new Problem('notNow', {
      detail: {
        vi: 'Kỳ này chưa có tài liệu nào hết thời hạn bảo quản.',
        en: 'There is no document in this round whose term of keeping is over.',
      },
    });
  await keep(acting, { id, kind: 'purge', round, body: null, documents, reason });
  return { replayed: false };
}
