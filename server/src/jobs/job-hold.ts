import { randomUUID } from 'node:crypto';

/** Seconds for which a job is held at a time: after a kill -9 it is free again by then. */
export const HELD_SECONDS = 10;
const RENEW_MS = 2_000;

/**
 * A lease on one job, across all server processes: the row names the holder and the end, so nothing depends on one
 * connection. The holder notices within two seconds that somebody waits.
 */
export class JobHold {
  readonly holder = randomUUID();
  #renewing: NodeJS.Timeout | undefined;

  /** Goes on holding what was taken. `heard`: whether somebody waits for it; null once it is held no more, as it was cancelled or this process was silent for too long. */
  keep(renew: () => Promise<boolean | null>, heard: (wanted: boolean | null) => void): void {
    this.#renewing = setInterval(() => {
      // Where the database is away: it is held until its time runs out, and asked again.
      renew().then(heard, () => {});
    }, RENEW_MS);
  }

  /** Renews no more; what held it says itself that it lets go. */
  stop(): void {
    clearInterval(this.#renewing);
  }
}
