import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from '../../../client/request.ts';

export type AuditRow = Answer<'auditRow'>;
/** One page of the trail. */
export type AuditPart = Answer<'auditPage'>;

/** As the API takes it; moments where people say days. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  readonly subject?: string | undefined;
  readonly round?: string | undefined;
  readonly body?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The trail, newest first. Each reading is itself written into it: only what somebody asked for is read. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'rows', filter],
    queryFn: ({ pageParam, signal }) => ask<AuditPart>('GET', '/api/audit', { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const auditHeadQuery = queryOptions({
  queryKey: ['audit', 'head'],
  queryFn: ({ signal }) => ask<Answer<'auditHead'>>('GET', '/api/audit/head', { signal }),
});

const MOST_ROUNDS = 200;

/** Rounds to choose from. */
export const roundChoicesQuery = queryOptions({
  queryKey: ['rounds', 'choices'],
  queryFn: ({ signal }) => ask<Answer<'roundList'>>('GET', '/api/rounds', { query: { limit: MOST_ROUNDS }, signal }),
  staleTime: 60_000,
});
