import * as search from '@parindex/core/contracts/search';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type SearchResults = Answer<'searchAnswer'>;
export type FoundItem = Answer<'foundItem'>;
export type FoundDocument = Answer<'foundDocument'>;

/** Matches of every kind, as far as the reader may see them. */
export const searchQuery = (wanted: string) =>
  queryOptions({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => call(search.searchEverywhere, { query: { q: wanted }, signal }),
    enabled: wanted !== '',
  });
