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
