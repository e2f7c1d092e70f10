import { Refused, Unanswered } from '../../client/request.ts';
import { isRetryable } from '../pending-edits/send-pending.ts';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Waits until the browser reports being online, or at most so long; throws if aborted. */
function lineBackOr(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (how: () => void) => () => {
      clearTimeout(timer);
      over.abort();
      how();
    };
    const timer = setTimeout(end(resolve), milliseconds);
    addEventListener('online', end(resolve), { signal: over.signal });
    signal.addEventListener(
      'abort',
      end(() => reject(signal.reason)),
      { signal: over.signal },
    );
  });
}

/** A pause; throws if aborted. */
export const pause = lineBackOr;

/**
 * Repeats an action until the server answers; a refusal of the thing itself ends it. `act` calls back when it made
 * progress, which resets the pause: useful on a connection that breaks every minute.
 */
export async function retryWhileOffline<T>(signal: AbortSignal, onCut: (cut: boolean) => void, act: (cameOn: () => void) => Promise<T>): Promise<T> {
  let pause = FIRST_PAUSE;
  const cameOn = () => {
    pause = FIRST_PAUSE;
    onCut(false);
  };
  for (;;) {
    try {
      const done = await act(cameOn);
      onCut(false);
      return done;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Unanswered) && !(error instanceof Refused && isRetryable(error))) throw error;
      onCut(true);
      await lineBackOr(pause, signal);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }
}
