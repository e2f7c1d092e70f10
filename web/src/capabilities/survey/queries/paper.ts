import * as contracts from '@parindex/core/contracts/survey-paper';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type PaperForms = Answer<'paperForms'>;
export type PaperProgress = PaperForms['progress'][number];
export type PaperBatch = PaperForms['batches'][number];
export type PaperReturned = Sent<'paperReturned'>;
export type PaperWanted = Sent<'paperWanted'>;
export type FoundForm = Answer<'paperFormFound'>;
export type PaperEntry = Sent<'paperEntry'>;
export type PaperOutcome = Answer<'paperEntered'>['outcome'];

export const paperQuery = (round: string) =>
  queryOptions({ queryKey: ['paper', round], queryFn: () => call(contracts.readPaperForms, { params: { round } }), staleTime: 0 });

export const makePaperForms = (round: string, wanted: PaperWanted): Promise<Blob> => callForFile(contracts.makePaperForms, { params: { round }, body: wanted });

export const recordPaperReturns = (round: string, batch: string, returned: PaperReturned) =>
  call(contracts.recordPaperReturns, { params: { round, batch }, body: returned });

export const findPaperForm = (round: string, code: string) => call(contracts.findPaperForm, { params: { round }, body: { code } });

export const enterPaperForm = (round: string, entry: PaperEntry) => call(contracts.enterPaperForm, { params: { round }, body: entry });

export const paperChanged = (client: QueryClient, round: string): Promise<void> => client.invalidateQueries({ queryKey: ['paper', round] });
