import * as contracts from '@parindex/core/contracts/appraisal-persons';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import { appraisalKey } from './appraisal.ts';

export type Interests = Answer<'interestList'>;
export type Interest = Answer<'interest'>;
export type Distribution = Answer<'distributionAnswer'>;
export type Office = Distribution['office'];
export type DistributionPreview = Answer<'distributionPreview'>;
export type Distributing = Pick<Sent<'newDistribution'>, 'by' | 'way' | 'seed'>;

/** Which sheets somebody does not decide on, and what is declared. */
export const interestsQuery = (round: string) =>
  queryOptions({ queryKey: [...appraisalKey(round), 'interests'], queryFn: () => call(contracts.listInterests, { params: { round } }) });

export const declareInterest = (round: string, body: Sent<'newInterest'>) => call(contracts.declareInterest, { params: { round }, body });
export const withdrawInterest = (round: string, interest: string, reason: string) =>
  call(contracts.withdrawInterest, { params: { round, interest }, body: { reason } });

/** What the people of an appraising body have been given; of the first where none is named. */
export const distributionQuery = (round: string, office: string | undefined) =>
  queryOptions({
    queryKey: [...appraisalKey(round), 'distribution', office ?? ''],
    queryFn: () => call(contracts.readDistribution, { params: { round }, query: office === undefined ? {} : { office } }),
  });

export const previewQuery = (round: string, office: string, distributing: Distributing) =>
  queryOptions({
    queryKey: [...appraisalKey(round), 'preview', office, distributing],
    queryFn: () => call(contracts.previewDistribution, { params: { round, office }, query: distributing }),
  });

export const giveShares = (round: string, office: string, body: Sent<'newPersonShares'>) =>
  call(contracts.givePersonShares, { params: { round, office }, body });
export const takeSharesBack = (round: string, office: string, ids: string[]) =>
  call(contracts.takePersonSharesBack, { params: { round, office }, body: { ids } });
export const handSharesOver = (round: string, office: string, body: Sent<'newHandingOver'>) =>
  call(contracts.handPersonSharesOver, { params: { round, office }, body });
export const distributeShares = (round: string, office: string, body: Sent<'newDistribution'>) =>
  call(contracts.distributeAppraisal, { params: { round, office }, body });

/** After whatever changes whose a verdict is: queues, desks, home. */
export async function personsChanged(client: QueryClient, round: string): Promise<void> {
  await client.invalidateQueries({ queryKey: appraisalKey(round) });
  void client.invalidateQueries({ queryKey: ['work'] });
}
