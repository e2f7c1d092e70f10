import { accountMail } from '@parindex/core/accounts/account-mail';
import { anchorMail } from '@parindex/core/audit-trail/anchor-mail';
import { reminderMail } from '@parindex/core/reminders/index';
import type { Context } from '../context.ts';
import type { ClaimedMail } from './queries/mails.ts';

/** What a mail of the queue says, of whichever kind. */
export function writeMail(
  { name, day, reminders, content }: Pick<ClaimedMail, 'name' | 'day' | 'reminders' | 'content'>,
  { kind, origin }: Pick<Context, 'kind' | 'origin'>,
): { readonly subject: string; readonly text: string } {
  const common = { name, origin, illustrative: kind === 'sandbox' };
  switch (content.kind) {
    case 'reminders':
      return reminderMail({ ...common, day, reminders });
    case 'account':
      return accountMail({ ...common, says: content.says });
    case 'anchor':
      return anchorMail({ ...common, anchor: content.says });
  }
}
