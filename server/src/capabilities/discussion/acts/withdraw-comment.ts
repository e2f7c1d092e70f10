import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { type CommentRow, type ThreadHead, withdrawRow } from '../queries/comments.ts';

/** An author withdraws a comment: that it was written stays, its text is no longer shown. Withdrawing again changes nothing. */
export async function withdrawComment(acting: Acting, sheet: SheetPlace, { id: thread, kind, item }: ThreadHead, comment: CommentRow): Promise<Effect> {
  if (comment.author.id !== acting.account) throw new Problem('refused');
  if (comment.withdrawnAt) return 'unchanged';
  refuseClosed(sheet);
  if (!(await withdrawRow(acting.db, comment.id, acting.account, acting.receivedAt))) throw new Problem('notNow');
  await recordAct(acting, {
    act: 'comment.withdraw',
    subject: `comment:${comment.id}`,
    round: sheet.round,
    body: sheet.body,
    content: { kind, thread, item, stands: await readRowStates(acting.db, { comment: [comment.id] }) },
  });
  return 'done';
}
