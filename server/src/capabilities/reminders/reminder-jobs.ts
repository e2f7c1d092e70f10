import type { MailSetting } from '../../config.ts';
import type { Context } from '../../context.ts';
import type { JobKind } from '../../jobs/run-job.ts';
import { sendNext } from '../../mail/send-mails.ts';
import { remindOnce } from './remind.ts';

const MINUTE_SECONDS = 60;

/** Makes due reminders and, if there is a mail server, sends them; `pool` is under parindex_jobs. */
export const reminderJobs = (context: Pick<Context, 'kind' | 'origin' | 'clock' | 'pool'>, mail: MailSetting | undefined): JobKind[] => [
  {
    kind: 'reminders.make',
    // What was sent back or opened again is told within a minute.
    everySeconds: 30,
    restSeconds: MINUTE_SECONDS,
    run: () => remindOnce(context.pool, context.clock.now()),
  },
  ...(mail === undefined ? [] : [{ kind: 'mail.send', everySeconds: 10, restSeconds: MINUTE_SECONDS, run: () => sendNext({ ...context, mail }) }]),
];
