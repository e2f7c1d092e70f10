import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from '../../../client/request.ts';

export type Operation = Answer<'operationAnswer'>;

/** How the installation stands; for administrators of the whole of it. */
export const operationQuery = queryOptions({ queryKey: ['operation'], queryFn: () => ask<Operation>('GET', '/api/operation') });
