import type { Acting, Effect } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { moveUpload, type UploadRow } from '../queries/uploads.ts';

/** Cancels an upload that is still arriving. Cancelling again changes nothing; a complete one can no longer be cancelled. */
export async function cancelUpload(acting: Acting, upload: UploadRow): Promise<Effect> {
  if (upload.state === 'cancelled') return 'unchanged';
  if (!(await moveUpload(acting.db, upload.id, 'receiving', 'cancelled', acting.receivedAt))) throw new Problem('notNow', { more: { state: upload.state } });
  await recordAct(acting, { act: 'evidence.cancel', subject: `upload:${upload.id}`, round: upload.round, body: upload.body });
  return 'done';
}
