import { type EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

interface Repeated {
  /** One round of the work; true if there may be more to do at once. */
  readonly work: (stopping: AbortSignal) => Promise<boolean>;
  readonly betweenMs: number;
  /** Its event `work` ends a pause. */
  readonly wakes?: EventEmitter | undefined;
  readonly afterFailureMs: number;
  onFailure(error: unknown): void;
}

/** Repeats work while the process runs. The returned function stops it and resolves when the present round is done. */
export function repeat({ work, betweenMs, wakes, afterFailureMs, onFailure }: Repeated): () => Promise<void> {
  const stop = new AbortController();
  const rest = async (milliseconds: number) => {
    const over = new AbortController();
    const signal = AbortSignal.any([stop.signal, over.signal]);
    const ends = [pause(milliseconds, undefined, { signal, ref: false }), ...(wakes ? [once(wakes, 'work', { signal })] : [])];
    await Promise.race(ends).catch(() => {});
    over.abort();
    await Promise.allSettled(ends);
  };
  const run = async () => {
    while (!stop.signal.aborted) {
      try {
        if (!(await work(stop.signal))) await rest(betweenMs);
      } catch (error) {
        onFailure(error);
        await rest(afterFailureMs);
      }
    }
  };
  const running = run();
  return () => {
    stop.abort();
    return running;
  };
}
