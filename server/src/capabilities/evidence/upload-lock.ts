import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import type pg from 'pg';
import { JobHold } from '../../jobs/job-hold.ts';

const ASK_AGAIN_MS = 200;
/** Longest wait for the present holder to release it. */
const LONGEST_WAIT_MS = 25_000;

/** Locks an upload for one request at a time, by its job: neither two requests nor a request and a check work on it at once. */
class UploadLock implements Lock {
  readonly #hold: JobHold;
  readonly #upload: string;

  constructor(pool: pg.Pool, upload: string) {
    this.#hold = new JobHold(pool);
    this.#upload = upload;
  }

  /** Takes the lock when it is free; throws tus's own refusal if the client leaves or the wait is too long. */
  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (!(await this.#hold.hold(this.#upload, () => void release()))) {
      if (signal.aborted || performance.now() > end) throw ERRORS.ERR_LOCK_TIMEOUT;
      await pause(ASK_AGAIN_MS);
    }
  }

  unlock(): Promise<void> {
    return this.#hold.release();
  }
}

/** The locks that the tus server asks for. */
export const uploadLocker = (pool: pg.Pool): Locker => ({ newLock: (id) => new UploadLock(pool, id) });
