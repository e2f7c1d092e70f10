import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { JobKind } from '../../../jobs/run-job.ts';
import { takeRefusals } from '../queries/sign-on.ts';
import { quarterOf } from './slowing.ts';

const AT_ONCE = 200;

type Telling = Pick<Context, 'signOn' | 'clock'>;

/** Tells the trail what was refused in quarters of an hour that are over, each sum as one act; true if there may be more. */
export async function tellRefusals({ signOn, clock }: Telling): Promise<boolean> {
  const receivedAt = clock.now();
  return inTransaction(signOn, {}, receivedAt, true, async (db) => {
    const sums = await takeRefusals(db, quarterOf(receivedAt), AT_ONCE);
    for (const { quarter, account, kind, address, count } of sums)
      await recordAct(
        { db, account: null, membership: null, receivedAt },
        {
          act: 'session.refused',
          subject: `account:${account ?? 'unknown'}`,
          content: { by: kind === 'code' ? 'secondFactor' : 'password', since: quarter.toISOString(), count: String(count) },
          erasable: { address },
        },
      );
    return sums.length === AT_ONCE;
  });
}

/** The same, again and again. */
export const refusalJobs = (context: Telling): JobKind[] => [{ kind: 'refusals.tell', everySeconds: 60, restSeconds: 60, run: () => tellRefusals(context) }];
