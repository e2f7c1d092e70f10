import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from '../../../client/request.ts';

export type Installation = Answer<'installationAnswer'>;

/** What this installation is: the sandbox says so, and lists its accounts. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => ask<Installation>('GET', '/api/installation'),
  staleTime: Number.POSITIVE_INFINITY,
});
