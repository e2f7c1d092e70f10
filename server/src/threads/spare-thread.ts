import { type ResourceLimits, Worker } from 'node:worker_threads';

/** An idle thread is ended after so many milliseconds, to free its memory; starting one takes most of a second. */
const IDLE_MS = 60_000;

/** Threads that run one program: one that is left serves whoever takes the next, until it has been idle for a minute, or for so many milliseconds as said. */
export interface SpareThread {
  take(): Worker;
  /** Gives back a thread that owes no answer; one that does, or is broken, is terminated instead. */
  leave(thread: Worker): void;
}

export function spareThread(program: URL, resourceLimits?: ResourceLimits, idleMs = IDLE_MS): SpareThread {
  let spare: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const start = () => {
    const thread = new Worker(program, resourceLimits ? { resourceLimits } : {});
    // One that breaks when nobody waits for it any more, as when its memory ends while it is being terminated, must not end the whole process.
    thread.on('error', () => {});
    thread.once('exit', () => {
      if (spare === thread) spare = undefined;
    });
    return thread;
  };
  return {
    take() {
      clearTimeout(idle);
      const thread = spare ?? start();
      spare = undefined;
      thread.ref();
      return thread;
    },
    leave(thread) {
      if (spare) return void thread.terminate();
      spare = thread;
      // It must not keep an otherwise finished process running.
      thread.unref();
      idle = setTimeout(() => {
        // Not to be taken while it is ending, which takes a moment.
        if (spare === thread) spare = undefined;
        void thread.terminate();
      }, idleMs).unref();
    },
  };
}

/** A thread has not answered in its time, or wanted more memory than it may have. */
export class TookTooMuch extends Error {}

/**
 * Says a word to a thread and waits for its answer. Rejects where the thread breaks or ends, and with `TookTooMuch` where it has not answered within so many milliseconds.
 * @param called what the thread is, in the error: "the printer"
 */
export function askThread<Answer>(thread: Worker, word: unknown, called: string, within?: number): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const broke = (error: Error) => {
      leave();
      reject(error);
    };
    const ended = () => broke(new Error(`${called} has ended`));
    const answered = (answer: Answer) => {
      leave();
      resolve(answer);
    };
    const clock = within === undefined ? undefined : setTimeout(() => broke(new TookTooMuch(`${called} took too long`)), within);
    const leave = () => {
      clearTimeout(clock);
      thread.off('message', answered).off('error', broke).off('exit', ended);
    };
    thread.on('message', answered).on('error', broke).on('exit', ended);
    thread.postMessage(word);
  });
}

/** Asks a spare thread one thing and gives it back; one that breaks, or takes too much, is terminated. Rejects as `askThread` does. */
export async function askSpare<Answer>(threads: SpareThread, word: unknown, called: string, within?: number): Promise<Answer> {
  const thread = threads.take();
  try {
    const answer = await askThread<Answer>(thread, word, called, within);
    threads.leave(thread);
    return answer;
  } catch (error) {
    void thread.terminate();
    throw (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TookTooMuch(`${called} wanted too much memory`) : error;
  }
}
