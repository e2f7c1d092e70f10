import type { Clock } from '../clock.ts';
import type { DatabaseClock } from '../db/transaction.ts';
import { Problem } from './problems.ts';

/** A process whose clock is further off than this does nothing that counts by its moment: deadlines depend on it. */
export const MOST_CLOCK_DRIFT_MS = 250;

/** By how much the clock of this process and the database's differ at least, in milliseconds: the way of the answer says no more. */
export function leastDrift(clock: Clock, { at, asked, heard }: DatabaseClock): number {
  const [here, since] = [clock.now().getTime(), performance.now() - (asked + heard) / 2];
  return Math.abs(here - (at.getTime() + since)) - (heard - asked) / 2;
}

/** Refuses an act that counts by its moment while the clocks are apart: at once, and not when somebody next probes them. */
export function refuseStrayingClock(clock: Clock, database: DatabaseClock | undefined): void {
  if (!clock.ofMachine || !database) return;
  const drift = leastDrift(clock, database);
  if (drift > MOST_CLOCK_DRIFT_MS) throw new Problem('clockStrays', { more: { drift: Math.round(drift) } });
}
