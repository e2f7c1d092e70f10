import { ANY_FILE } from '@parindex/core/contracts/media-types';
import * as documents from '@parindex/core/contracts/rounds-documents';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type RoundDocument = Answer<'roundDocument'>;
export type RoundFile = Answer<'roundFile'>;

/** The plan, guidance and decisions of a round; for all who have a part in it. */
export const documentsQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'documents'],
    queryFn: () => call(documents.listRoundDocuments, { params: { round } }),
    select: ({ documents: all }) => all,
  });

/** The letters of urging that were made in it; of the same answer. */
export const lettersQuery = (round: string) => queryOptions({ ...documentsQuery(round), select: ({ letters }) => letters });

export const bringFile = (round: string, file: File, id: string) =>
  call(documents.bringRoundFile, { params: { round }, query: { id, name: file.name }, file: { content: file, type: ANY_FILE } });
export const fileAddress = (round: string, file: string): string => addressOf(documents.downloadRoundFile, { params: { round, file } });
export const addDocument = (round: string, body: Sent<'newRoundDocument'>) => call(documents.addRoundDocument, { params: { round }, body });
export const addVersion = (round: string, document: string, body: Sent<'newRoundDocumentVersion'>) =>
  call(documents.addRoundDocumentVersion, { params: { round, document }, body });
export const withdrawDocument = (round: string, document: string) => call(documents.withdrawRoundDocument, { params: { round, document } });

export const documentsChanged = (client: QueryClient, round: string): Promise<void> => client.invalidateQueries({ queryKey: documentsQuery(round).queryKey });
