import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type Retention = Answer<'retentionAnswer'>;
export type RetentionTerm = Retention['terms'][number];
export type DueDocuments = Retention['due'][number];

/** For how long documents are kept, and what becomes due in the next 12 months. */
export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: () => ask<Retention>('GET', '/api/retention') });

export const setRetentionTerm = (name: RetentionTerm['class'], body: Sent<'retentionTerm'>) =>
  ask<RetentionTerm>('PUT', `/api/retention/terms/${inPath(name)}`, { body });
