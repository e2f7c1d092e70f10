import { accountMail } from '@parindex/core/accounts/account-mail';
import { reminderMail } from '@parindex/core/reminders/index';
import type { Context } from '../context.ts';
import type { ClaimedMail } from './queries/mails.ts';

/** What a mail of the queue says, of whichever kind. */
export function writeMail(
  { name, day, reminders, says }: Pick<ClaimedMail, 'name' | 'day' | 'reminders' | 'says'>,
  { kind, origin }: Pick<Context, 'kind' | 'origin'>,
): { readonly subject: string; readonly text: string } {
  const common = { name, origin, illustrative: kind === 'sandbox' };
  return says === null ? reminderMail({ ...common, day, reminders }) : accountMail({ ...common, says });
}
