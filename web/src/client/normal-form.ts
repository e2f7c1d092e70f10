import * as editions from '@parindex/core/contracts/editions';
import { queryOptions } from '@tanstack/react-query';
import { callForText } from './call.ts';

/** The raw text of an adopted edition, which never changes, so it is read once. */
export const normalFormQuery = (edition: string) =>
  queryOptions({
    queryKey: ['normal-form', edition],
    queryFn: () => callForText(editions.readEditionNormalForm, { params: { edition } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
