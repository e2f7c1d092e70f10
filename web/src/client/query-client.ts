import { QueryClient } from '@tanstack/react-query';
import { Refused } from './request.ts';

const TRIES = 3;

/**
 * The query cache. A refusal is an answer and is not retried; a missing answer is, unless the browser says that there is no line:
 * then all that is shown is read again once there is one.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => !(error instanceof Refused) && navigator.onLine && failures < TRIES,
      networkMode: 'always',
      refetchOnReconnect: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** What is shown is read again, but for what never changes; the rest when it is shown next. */
export const readAnew = (): void =>
  void queryClient.invalidateQueries({
    predicate: ({ observers }) => observers.length === 0 || observers.some(({ options }) => options.staleTime !== Number.POSITIVE_INFINITY),
  });
