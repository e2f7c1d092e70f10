import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { anyNotReminders, decideMails } from '../../../mail/queries/mails.ts';

const GONE = {
  vi: 'Có thư đã được gửi hoặc đang được gửi; chưa ghi nhận gì, hãy xem lại danh sách.',
  en: 'One of the mails has gone, or is being sent; nothing was noted, look at the list again.',
};

const ONLY_SENT = {
  vi: 'Thư báo về tài khoản và thư gửi dấu xác nhận nhật ký ra bên ngoài chỉ được gửi đi hoặc gửi lại, không ai ghi nhận thay là đã chuyển; chưa ghi nhận gì.',
  en: 'What tells of an account, or carries the head of the trail outside, is only sent or sent again; nobody says in its place that it was passed on. Nothing was noted.',
};

/**
 * An administrator decides on unsent mails: delivered in another way, or to be sent again. All of them or none. What tells
 * somebody of their account is not put aside: whoever asked for what it tells could silence it.
 */
export async function decideOnMails(acting: Acting, mails: readonly string[], decision: 'handedOver' | 'sendAgain'): Promise<void> {
  const ids = [...new Set(mails)];
  if (decision === 'handedOver' && (await anyNotReminders(acting.db, ids))) throw new Problem('notNow', { detail: ONLY_SENT });
  const reached = await decideMails(acting.db, ids, decision === 'sendAgain' ? 'waiting' : 'handedOver', acting.receivedAt);
  if (reached < ids.length) throw new Problem('notNow', { detail: GONE });
  await recordAct(acting, { act: 'mail.decide', subject: 'installation', content: { decision, mails: ids } });
}
