import type { MAILING_STATES, MailingKind, UNREACHED_STATES } from '../contracts/schemas/survey-mail.ts';
import { type Names, texts } from './texts.ts';

/** What mails to respondents are for. */
export const MAILING_KIND_NAMES = texts<Names<MailingKind>>({
  invitation: { vi: 'Thư mời', en: 'Invitations' },
  reminder: { vi: 'Thư nhắc người chưa trả lời', en: 'Reminders to those who have not answered' },
  again: { vi: 'Gửi lại thư chưa rõ kết quả', en: 'Sent again, as not known to have gone' },
});

/** How a call of such mails stands. */
export const MAILING_STATE_NAMES = texts<Names<(typeof MAILING_STATES)[number]>>({
  asked: { vi: 'Đã tiếp nhận', en: 'Taken' },
  going: { vi: 'Đang gửi', en: 'Being sent' },
  done: { vi: 'Đã gửi xong', en: 'Sent' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
});

/** Why a mail does not reach somebody. */
export const UNREACHED_STATE_NAMES = texts<Names<(typeof UNREACHED_STATES)[number]>>({
  withoutAddress: { vi: 'Không có thư điện tử', en: 'Without an address' },
  undeliverable: { vi: 'Không gửi được', en: 'Not deliverable' },
  unsure: { vi: 'Chưa rõ đã gửi hay chưa', en: 'Not known whether it went' },
});
