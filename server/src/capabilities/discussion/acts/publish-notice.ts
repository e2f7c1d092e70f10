import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findNotices, insertNotice, type NewNoticeRow, type NoticeRow, withdrawNoticeRow } from '../queries/notices.ts';

export type ToPublish = Omit<NewNoticeRow, 'account' | 'at'>;

/** The owner of a round publishes for all participants. The same again changes nothing; another one under the same id is refused. */
export async function publishNotice(acting: Acting, notice: ToPublish): Promise<Effect> {
  const { id, round, kind, item, question, text, docNumber, issuedOn, files } = notice;
  const [stored] = await findNotices(acting.db, [id]);
  if (stored) {
    const same = stored.round === round && stored.kind === kind && stored.item === item && stored.question === question && stored.text === text;
    const samePaper = stored.docNumber === docNumber && stored.issuedOn === issuedOn && stored.files.join() === files.join();
    if (!same || !samePaper || stored.publishedBy.id !== acting.account) throw new Problem('idReused');
    return 'unchanged';
  }
  await insertNotice(acting.db, { ...notice, account: acting.account as string, at: acting.receivedAt });
  await tell(acting, 'notice.publish', notice);
  return 'done';
}

/** Withdraws a notice; that it existed, when and by whom, stays. Withdrawing again changes nothing. */
export async function withdrawNotice(acting: Acting, notice: NoticeRow): Promise<Effect> {
  if (!(await withdrawNoticeRow(acting.db, notice.id, acting.account as string, acting.receivedAt))) return 'unchanged';
  await tell(acting, 'notice.withdraw', notice);
  return 'done';
}

async function tell(
  acting: Acting,
  act: 'notice.publish' | 'notice.withdraw',
  { id, round, kind, item, question, text, docNumber, issuedOn, files }: ToPublish | NoticeRow,
): Promise<void> {
  await recordAct(acting, {
    act,
    subject: `notice:${id}`,
    round,
    content: {
      ...{ kind, item, number: docNumber, date: issuedOn, files },
      stands: await readRowStates(acting.db, { notice: [id] }),
    },
    erasable: { text, question },
  });
}
