import { QueryClient } from '@tanstack/react-query';
import { Refused } from './request.ts';

const TRIES = 3;

/** The query cache. A refusal is an answer and is not retried; a missing answer is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => !(error instanceof Refused) && failures < TRIES, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
