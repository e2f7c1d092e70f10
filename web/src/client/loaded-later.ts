import { Unanswered } from './request.ts';

/** Whether the server can be reached at all. */
export const isServerReachable = (): Promise<boolean> =>
  fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * A part of the program that is loaded when it is first wanted. Where nobody answers, that is said as of any other
 * question; a part that is missing although the server is there belongs to an earlier release, and the error stays.
 */
export const loadedLater = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch(async (error: unknown) => {
    throw (await isServerReachable()) ? error : new Unanswered('a part of the program was not answered', { cause: error });
  });
