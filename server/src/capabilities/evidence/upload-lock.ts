import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import type pg from 'pg';
import { goOnHolding, holdUpload, letUploadGo } from './queries/upload-holds.ts';

/** Seconds for which an upload is held at a time: after a kill -9 it is free again by then. */
const HELD_SECONDS = 10;
const RENEW_MS = 2_000;
const ASK_AGAIN_MS = 200;
/** Longest wait for whoever holds it to let go. */
const LONGEST_WAIT_MS = 25_000;

/**
 * Holds uploads for one request or job at a time, over all server processes: a row says who and until when, so that
 * nothing hangs on one connection. Whoever waits is seen by the holder within two seconds, who then stops.
 */
export class UploadHold implements Lock {
  readonly #pool: pg.Pool;
  readonly #upload: string;
  readonly #holder = randomUUID();
  #renewing: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool, upload: string) {
    this.#pool = pool;
    this.#upload = upload;
  }

  /** Holds it as soon as it is free; throws tus's own refusal where the asker goes or the wait is too long. */
  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (!(await this.hold(release))) {
      if (signal.aborted || performance.now() > end) throw ERRORS.ERR_LOCK_TIMEOUT;
      await pause(ASK_AGAIN_MS);
    }
  }

  /** Holds it if it is free now. `release` is called once somebody waits for it, or it is held no more. */
  async hold(release: RequestRelease = () => {}): Promise<boolean> {
    if (!(await holdUpload(this.#pool, this.#upload, this.#holder, HELD_SECONDS))) return false;
    this.#renewing = setInterval(() => {
      goOnHolding(this.#pool, this.#upload, this.#holder, HELD_SECONDS).then(
        (wanted) => {
          if (wanted !== false) void release();
        },
        // The database is away: it is held until its time runs out, and asked again.
        () => {},
      );
    }, RENEW_MS);
    return true;
  }

  async unlock(): Promise<void> {
    clearInterval(this.#renewing);
    await letUploadGo(this.#pool, this.#upload, this.#holder).catch(() => {});
  }
}

/** The locks that the tus server asks for. */
export const uploadLocker = (pool: pg.Pool): Locker => ({ newLock: (id) => new UploadHold(pool, id) });
