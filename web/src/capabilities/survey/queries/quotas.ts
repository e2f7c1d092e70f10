import * as contracts from '@parindex/core/contracts/survey-quotas';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type SurveyQuotas = Answer<'surveyQuotas'>;
export type SurveyQuota = SurveyQuotas['items'][number];

export const quotasQuery = (round: string) =>
  queryOptions({ queryKey: ['survey', round, 'quotas'], queryFn: () => call(contracts.readSurveyQuotas, { params: { round } }), staleTime: 0 });

export const declareQuota = (round: string, quota: Sent<'newSurveyQuota'>) => call(contracts.declareSurveyQuota, { params: { round }, body: quota });

export const quotasChanged = (client: QueryClient, round: string): Promise<void> => client.invalidateQueries({ queryKey: ['survey', round, 'quotas'] });
