import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask } from '../../../client/request.ts';

export type Found = Answer<'searchAnswer'>;
export type FoundItem = Answer<'foundItem'>;
export type FoundDocument = Answer<'foundDocument'>;

/** What fits anywhere, as far as the reader may see it. */
export const searchQuery = (wanted: string) =>
  queryOptions({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => ask<Found>('GET', '/api/search', { query: { q: wanted }, signal }),
    enabled: wanted !== '',
  });
