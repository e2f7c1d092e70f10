import { setTimeout as pause } from 'node:timers/promises';

interface Repeated {
  /** One turn of the work; true where there may be more to do at once. */
  readonly work: (stopping: AbortSignal) => Promise<boolean>;
  readonly betweenMs: number;
  readonly afterFailureMs: number;
  onFailure(error: unknown): void;
}

/** Does work again and again for as long as the process lives. The answer stops it and comes back when the turn at hand is done. */
export function repeat({ work, betweenMs, afterFailureMs, onFailure }: Repeated): () => Promise<void> {
  const stop = new AbortController();
  const rest = (milliseconds: number) => pause(milliseconds, undefined, { signal: stop.signal, ref: false }).catch(() => {});
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
