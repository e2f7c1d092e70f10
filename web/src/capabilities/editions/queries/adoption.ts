import * as adoption from '@parindex/core/contracts/editions-adoption';
import { ANY_FILE } from '@parindex/core/contracts/media-types';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type EditionRequest = Answer<'editionRequest'>;

/** What was asked for of an edition, and can be asked for now: for its owners, and administrators of the whole. */
export const requestsQuery = (edition: string) =>
  queryOptions({ queryKey: ['editions', edition, 'requests'], queryFn: () => call(adoption.listEditionRequests, { params: { edition } }) });

export const bringDecision = (edition: string, file: File, id: string) =>
  call(adoption.bringEditionFile, { params: { edition }, query: { id, name: file.name }, file: { content: file, type: ANY_FILE } });
export const decisionAddress = (edition: string, file: string): string => addressOf(adoption.downloadEditionFile, { params: { edition, file } });

export const askOfEdition = (edition: string, body: Sent<'newEditionRequest'>) => call(adoption.askOfEdition, { params: { edition }, body });
export const decideOfEdition = (edition: string, request: string, body: Sent<'editionRequestDecision'>) =>
  call(adoption.decideOfEdition, { params: { edition, request }, body });
export const stopEditionRequest = (edition: string, request: string) => call(adoption.stopEditionRequest, { params: { edition, request }, body: {} });

/** After whatever was asked or decided: the edition may be adopted, or withdrawn. */
export async function requestsChanged(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['editions'] });
  void client.invalidateQueries({ queryKey: ['work'] });
}
