import { createHash, randomUUID } from 'node:crypto';
import { dayOf } from '@parindex/core/round/index';
import { readAnchor } from '../../audit/head.ts';
import type { Context } from '../../context.ts';
import { inBackgroundOf } from '../../db/background.ts';
import type { JobKind } from '../../jobs/run-job.ts';
import { sendAnchor } from '../../mail/queries/mails.ts';

/** Puts the head of the trail into the queue, once a day for each address; under parindex_jobs. Whether there was one to send. */
export async function mailAnchor({ pool, clock }: Pick<Context, 'pool' | 'clock'>, addresses: readonly string[]): Promise<boolean> {
  const now = clock.now();
  const day = dayOf(now.getTime());
  return inBackgroundOf(pool, async (db) => {
    const anchor = await readAnchor(db);
    if (anchor.number === 0) return false;
    let sent = false;
    for (const address of addresses) {
      // The same of whichever process: the second finds it there.
      const messageId = `anchor-${day}-${createHash('sha256').update(address).digest('hex').slice(0, 16)}@parindex`;
      sent = (await sendAnchor(db, { id: randomUUID(), address, day, messageId, at: now }, anchor)) || sent;
    }
    return sent;
  });
}

/** Mails the anchor daily to whoever keeps it. */
export const anchorJobs = (context: Pick<Context, 'pool' | 'clock'>, addresses: readonly string[]): JobKind[] =>
  addresses.length === 0 ? [] : [{ kind: 'trail.mailAnchor', everySeconds: 900, run: () => mailAnchor(context, addresses).then(() => false) }];
