import * as retention from '@parindex/core/contracts/retention';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Retention = Answer<'retentionAnswer'>;
export type RetentionTerm = Retention['terms'][number];
export type DueDocuments = Retention['due'][number];

/** For how long documents are kept, and what becomes due in the next 12 months. */
export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: () => call(retention.readRetention) });

export const setRetentionTerm = (name: RetentionTerm['class'], body: Sent<'retentionTerm'>) =>
  call(retention.setRetentionTerm, { params: { class: name }, body });
