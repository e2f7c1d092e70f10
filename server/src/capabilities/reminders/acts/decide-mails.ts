import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { decideMails } from '../../../mail/queries/mails.ts';

const GONE = {
  vi: 'Có thư đã được gửi hoặc đang được gửi; chưa ghi nhận gì, hãy xem lại danh sách.',
  en: 'One of the mails has gone, or is being sent; nothing was noted, look at the list again.',
};

/** An administrator decides on unsent mails: delivered in another way, or to be sent again. All of them or none. */
export async function decideOnMails(acting: Acting, mails: readonly string[], decision: 'handedOver' | 'sendAgain'): Promise<void> {
  const ids = [...new Set(mails)];
  const reached = await decideMails(acting.db, ids, decision === 'sendAgain' ? 'waiting' : 'handedOver', acting.receivedAt);
  if (reached < ids.length) throw new Problem('notNow', { detail: GONE });
  await recordAct(acting, { act: 'mail.decide', subject: 'installation', content: { decision, mails: ids } });
}
