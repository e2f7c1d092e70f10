import * as estimates from '@parindex/core/contracts/rounds-estimates';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type RoundEstimates = Answer<'roundEstimates'>;
export type EstimateReader = Answer<'estimateReader'>;
export type EstimateRelease = Answer<'estimateRelease'>;

/** Who sees what surveys gave in a round, for its owners. */
export const roundEstimatesQuery = (round: string) =>
  queryOptions({ queryKey: ['rounds', round, 'estimates'], queryFn: () => call(estimates.readRoundEstimates, { params: { round } }) });

export const nameEstimateReader = (round: string, body: Sent<'newEstimateReader'>) => call(estimates.nameEstimateReader, { params: { round }, body });
export const endEstimateReader = (round: string, reader: string, reason: string) =>
  call(estimates.endEstimateReader, { params: { round, reader }, body: { reason } });
export const releaseEstimates = (round: string, body: Sent<'newEstimateRelease'>) => call(estimates.releaseEstimates, { params: { round }, body });
export const withdrawEstimateRelease = (round: string, release: string, reason: string) =>
  call(estimates.withdrawEstimateRelease, { params: { round, release }, body: { reason } });

/** After whatever was decided on the estimates of a round: sheets show them, or do not any more. */
export async function estimatesChanged(client: QueryClient, round: string): Promise<void> {
  await client.invalidateQueries({ queryKey: roundEstimatesQuery(round).queryKey });
  for (const key of ['sheets', 'sheet', 'estimates']) void client.invalidateQueries({ queryKey: [key, round] });
}
