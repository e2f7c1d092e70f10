import { QueryClient } from '@tanstack/react-query';
import { Refused } from './request.ts';

const TRIES = 3;

/** What was read, kept while it is fresh. A refusal is an answer and is not asked for again; silence is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => !(error instanceof Refused) && failures < TRIES, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
