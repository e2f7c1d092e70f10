import * as editions from '@parindex/core/contracts/editions';
import type { Language } from '@parindex/core/words/language';
import { queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type EditionComparison = Answer<'editionComparison'>;

/** An edition beside an earlier one; it answers in the language of who asks. */
export const comparisonQuery = (edition: string, earlier: string, language: Language) =>
  queryOptions({
    queryKey: ['editions', edition, 'comparison', earlier, language],
    queryFn: () => call(editions.compareEditions, { params: { edition }, query: { with: earlier } }),
  });

/** The same as data, for whoever reckons on with it. */
export const comparisonDataAddress = (edition: string, earlier: string): string =>
  addressOf(editions.compareEditions, { params: { edition }, query: { with: earlier } });

/** The same as a table to attach to a submission. */
export const comparisonFileAddress = (edition: string, earlier: string, format: 'pdf' | 'docx' | 'xlsx'): string =>
  addressOf(editions.downloadComparison, { params: { edition }, query: { with: earlier, format } });
