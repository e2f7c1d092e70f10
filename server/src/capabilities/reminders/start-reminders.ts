import type { MailSetting } from '../../config.ts';
import type { Context } from '../../context.ts';
import { repeat } from '../../jobs/repeat.ts';
import { sendNext } from '../../mail/send-mails.ts';
import { remindOnce } from './remind.ts';

const MINUTE_MS = 60_000;
const BETWEEN_LOOKS_MS = 5 * MINUTE_MS;
const BETWEEN_MAILS_MS = 10_000;

/** Makes reminders that are due and, where there is a mail server, sends them; `pool` under parindex_jobs. Any number of processes may. */
export function startReminders(context: Pick<Context, 'kind' | 'origin' | 'clock' | 'pool' | 'log'>, mail: MailSetting | undefined): () => Promise<void> {
  const { pool, clock, log } = context;
  const stops = [
    repeat({
      work: async () => {
        await remindOnce(pool, clock.now());
        return false;
      },
      betweenMs: BETWEEN_LOOKS_MS,
      afterFailureMs: MINUTE_MS,
      onFailure: (error) => log('reminders', error),
    }),
    ...(mail === undefined
      ? []
      : [
          repeat({
            work: () => sendNext({ ...context, mail }),
            betweenMs: BETWEEN_MAILS_MS,
            afterFailureMs: MINUTE_MS,
            onFailure: (error) => log('mail', error),
          }),
        ]),
  ];
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}
