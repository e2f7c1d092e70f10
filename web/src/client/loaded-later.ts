import { Unanswered } from './request.ts';

/** Whether the server can be reached. */
export const isServerReachable = (): Promise<boolean> =>
  fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Loads the page anew, but only if the server answers: offline, nothing would come instead. */
export async function reloadIfReachable(): Promise<void> {
  if (await isServerReachable()) location.reload();
}

/**
 * Loads a part of the program on demand. If the server does not answer, it throws Unanswered like any other request; if
 * the server answers but the part is missing, the page belongs to an earlier release, and the error is passed on.
 */
export const loadedLater = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch(async (error: unknown) => {
    throw (await isServerReachable()) ? error : new Unanswered('a part of the program was not answered', { cause: error });
  });

/** How long nothing has come before what a page may need later is loaded, in milliseconds. */
const REST = 3_000;

let waiting: (() => Promise<unknown>)[] = [];
let rest: ReturnType<typeof setTimeout> | undefined;
let arrivals: PerformanceObserver | undefined;

/** Loads a part behind the page once that rests, one part after another: what was asked for comes first, and without a line it is there. */
export function loadBehind(load: () => Promise<unknown>): void {
  waiting.push(load);
  if (!arrivals) {
    arrivals = new PerformanceObserver(restAnew);
    arrivals.observe({ type: 'resource' });
  }
  restAnew();
}

function restAnew(): void {
  clearTimeout(rest);
  rest = setTimeout(async () => {
    const parts = waiting;
    waiting = [];
    // Whoever opens it meanwhile asks again, and is told.
    for (const part of parts) {
      // A browser remembers of a file of the program that it did not come, and everything that needs it fails until the page is loaded anew.
      if (!navigator.onLine) await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
      await part().catch(() => undefined);
    }
  }, REST);
}
