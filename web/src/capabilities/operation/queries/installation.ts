import * as operation from '@parindex/core/contracts/operation';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Installation = Answer<'installationAnswer'>;

/** What this installation is: the sandbox says so, and lists its accounts. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => call(operation.readInstallation),
  staleTime: Number.POSITIVE_INFINITY,
});
