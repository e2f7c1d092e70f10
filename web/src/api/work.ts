import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from './request.ts';

export type Work = Answer<'workAnswer'>['items'][number];

/** Open rounds by the offices that I hold. */
export const workQuery = queryOptions({ queryKey: ['work'], queryFn: () => ask<Answer<'workAnswer'>>('GET', '/api/work') });
