import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { deleteSaves } from '../queries/edition-changes.ts';
import { hasRequests } from '../queries/edition-requests.ts';
import { deleteEdition, roundsUsing } from '../queries/editions.ts';

/** Removes a locked draft; one that a round has chosen stays, and one of which a decision was brought. */
export async function removeDraft(acting: Acting, id: string): Promise<void> {
  const rounds = await roundsUsing(acting.db, id);
  if (rounds.length > 0)
    throw new Problem('notNow', { detail: { vi: 'Có kỳ đánh giá đang dùng bản dự thảo này.', en: 'A round uses this draft.' }, more: { rounds } });
  if (await hasRequests(acting.db, id)) throw new Problem('notNow', { detail: ASKED_FOR });
  await deleteSaves(acting.db, id);
  await deleteEdition(acting.db, id);
  await recordAct(acting, { act: 'edition.remove', subject: `edition:${id}`, content: { stands: await readRowStates(acting.db, { edition: [id] }) } });
}

const ASKED_FOR = {
  vi: 'Bản dự thảo đã có quyết định được tải lên để đưa vào áp dụng; việc đó được lưu lại nên bản dự thảo không xóa được.',
  en: 'A decision was brought to adopt this draft; that is kept, so the draft cannot be removed.',
};
