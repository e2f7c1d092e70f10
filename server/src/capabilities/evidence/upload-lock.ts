import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import type { Writing } from '../../db/transaction.ts';
import { HELD_SECONDS, JobHold } from '../../jobs/job-hold.ts';
import { holdJob, releaseJob, renewJob } from '../../jobs/queries/jobs.ts';

const ASK_AGAIN_MS = 200;
/** Longest wait for the present holder to release it. */
const LONGEST_WAIT_MS = 25_000;

/** Does something in a transaction of whoever sends the bytes. */
export type AsSender = <T>(work: (db: Writing) => Promise<T>) => Promise<T>;

/** Locks an upload of whoever sends for one request at a time, by its job: neither two requests nor a request and a check work on it at once. */
class UploadLock implements Lock {
  readonly #hold = new JobHold();
  readonly #asSender: AsSender;
  readonly #upload: string;

  constructor(asSender: AsSender, upload: string) {
    this.#asSender = asSender;
    this.#upload = upload;
  }

  /** Takes the lock when it is free; throws tus's own refusal if the client leaves or the wait is too long. */
  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (!(await this.#asSender((db) => holdJob(db, this.#upload, this.#hold.holder, HELD_SECONDS)))) {
      if (signal.aborted || performance.now() > end) throw ERRORS.ERR_LOCK_TIMEOUT;
      await pause(ASK_AGAIN_MS);
    }
    this.#hold.keep(
      () => this.#asSender((db) => renewJob(db, this.#upload, this.#hold.holder, HELD_SECONDS)),
      (wanted) => wanted !== false && void release(),
    );
  }

  async unlock(): Promise<void> {
    this.#hold.stop();
    await this.#asSender((db) => releaseJob(db, this.#upload, this.#hold.holder)).catch(() => {});
  }
}

/** The locks that the tus server asks for, in the name of whoever sends at that moment. */
export const uploadLocker = (sender: () => AsSender): Locker => ({ newLock: (id) => new UploadLock(sender(), id) });
