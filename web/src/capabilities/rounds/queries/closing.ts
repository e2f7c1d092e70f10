import * as closing from '@parindex/core/contracts/rounds-closing';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import { roundQuery, roundsQuery } from './rounds.ts';

export type Closing = Answer<'closingAnswer'>;
export type RoundRequest = Answer<'roundRequest'>;
export type Consequence = Answer<'consequence'>;

/** What closing a round would leave open, and what was asked for; for its owners, and administrators of the whole. */
export const closingQuery = (round: string) =>
  queryOptions({ queryKey: ['rounds', round, 'closing'], queryFn: () => call(closing.readClosing, { params: { round } }) });

export const askOfRound = (round: string, body: Sent<'newRoundRequest'>) => call(closing.askOfRound, { params: { round }, body });
export const decideOfRound = (round: string, request: string, body: Sent<'roundRequestDecision'>) =>
  call(closing.decideOfRound, { params: { round, request }, body });
export const stopRoundRequest = (round: string, request: string) => call(closing.stopRoundRequest, { params: { round, request }, body: {} });

/** After whatever was asked or decided: the round may be closed, or open again. */
export async function closingChanged(client: QueryClient, round: string): Promise<void> {
  await client.invalidateQueries({ queryKey: closingQuery(round).queryKey });
  void client.invalidateQueries({ queryKey: roundQuery(round).queryKey });
  void client.invalidateQueries({ queryKey: roundsQuery.queryKey, exact: true });
  void client.invalidateQueries({ queryKey: ['work'] });
}
