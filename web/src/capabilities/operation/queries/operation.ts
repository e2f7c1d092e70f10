import * as operation from '@parindex/core/contracts/operation';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Operation = Answer<'operationAnswer'>;

/** How the installation stands; for administrators of the whole of it. */
export const operationQuery = queryOptions({ queryKey: ['operation'], queryFn: () => call(operation.readOperation) });
