import { randomUUID } from 'node:crypto';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { insertNoticeReading } from '../queries/notice-readings.ts';
import type { NoticeRow } from '../queries/notices.ts';

/** Somebody says that they have read a notice; said again, the first time stands. */
export async function confirmNoticeRead(acting: Acting, { id: notice, round, readAt, withdrawnAt }: NoticeRow): Promise<Effect> {
  if (readAt) return 'unchanged';
  if (withdrawnAt) throw new Problem('notNow', { detail: WITHDRAWN });
  const { db, account, membership, receivedAt: at } = acting;
  const id = randomUUID();
  await insertNoticeReading(db, { id, notice, account: account as string, office: membership as string, at });
  await recordAct(acting, { act: 'notice.read', subject: `notice:${notice}`, round, content: { stands: await readRowStates(db, { notice_reading: [id] }) } });
  return 'done';
}

const WITHDRAWN = { vi: 'Thông báo này đã được thu hồi.', en: 'This notice was withdrawn.' };
