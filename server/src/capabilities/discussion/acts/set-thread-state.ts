import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { type ThreadHead, writeThreadState } from '../queries/comments.ts';

/** Marks a thread as resolved, or opens it again. */
export async function setThreadState(acting: Acting, sheet: SheetPlace, { id, kind, item }: ThreadHead, state: 'open' | 'resolved'): Promise<void> {
  refuseClosed(sheet);
  const resolves = state === 'resolved';
  await writeThreadState(acting.db, id, resolves ? acting.account : null, resolves ? acting.receivedAt : null);
  await recordAct(acting, {
    act: resolves ? 'comment.resolve' : 'comment.reopen',
    subject: `thread:${id}`,
    round: sheet.round,
    body: sheet.body,
    content: { kind, thread: id, item, stands: await readRowStates(acting.db, { comment_thread: [id] }) },
  });
}
