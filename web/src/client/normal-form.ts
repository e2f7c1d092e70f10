import { queryOptions } from '@tanstack/react-query';
import { askText, inPath } from './request.ts';

/** The very text of an adopted edition. What was adopted never changes: it is read once. */
export const normalFormQuery = (edition: string) =>
  queryOptions({
    queryKey: ['normal-form', edition],
    queryFn: () => askText(`/api/editions/${inPath(edition)}/normal`),
    staleTime: Number.POSITIVE_INFINITY,
  });
