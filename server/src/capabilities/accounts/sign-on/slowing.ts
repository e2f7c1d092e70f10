import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { clearFailures, countFailure, findFailures, type GuessKind, takeGuessLock } from '../queries/sign-on.ts';

/** Failures in a row before any delay. */
const FREE = 5;
const LONGEST_WAIT_S = 15 * 60;
/** Without a failure for this long, the count starts again. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** Seconds to wait after this many failures in a row: 1, 2, 4, … from the fifth on, at most a quarter of an hour. */
export const waitAfter = (failures: number): number => (failures < FREE ? 0 : Math.min(2 ** (failures - FREE), LONGEST_WAIT_S));

const tooMany = (seconds: number) => new Problem('tooManyTries', { more: { retryAfter: seconds } });

/**
 * Delays attempts at one account: refused while it is blocked, and while another attempt is being judged, so that
 * simultaneous ones are counted one by one. By email, whether the account exists or not; never by IP address.
 */
export async function holdBack({ db, receivedAt }: Acting, email: string, kind: GuessKind): Promise<void> {
  if (!(await takeGuessLock(db, email, kind))) throw tooMany(1);
  const found = await findFailures(db, email, kind);
  const wait = found ? found.notBefore.getTime() - receivedAt.getTime() : 0;
  if (wait > 0) throw tooMany(Math.ceil(wait / 1000));
}

/** Counts a failure. The transaction must be committed even though the request is refused. */
export async function slowDown({ db, receivedAt }: Acting, email: string, kind: GuessKind): Promise<void> {
  const found = await findFailures(db, email, kind);
  const forgotten = !found || found.notBefore.getTime() + FORGOTTEN_MS < receivedAt.getTime();
  const failures = forgotten ? 1 : found.failures + 1;
  await countFailure(db, email, kind, failures, new Date(receivedAt.getTime() + waitAfter(failures) * 1000), new Date(receivedAt.getTime() - FORGOTTEN_MS));
}

/** A success clears what was counted. */
export const clearDelay = ({ db }: Acting, email: string, kind: GuessKind): Promise<void> => clearFailures(db, email, kind);
