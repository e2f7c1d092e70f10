import * as fieldwork from '@parindex/core/contracts/fieldwork';
import { CSV, XLSX } from '@parindex/core/contracts/media-types';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Fieldwork = Answer<'fieldworkAnswer'>;

export const fieldworkQuery = (round: string) =>
  queryOptions({ queryKey: ['fieldwork', round], queryFn: () => call(fieldwork.readFieldwork, { params: { round } }), staleTime: 0 });

export const clustersQuery = (round: string, body: string, group: string) =>
  queryOptions({
    queryKey: ['fieldwork', round, 'clusters', body, group],
    queryFn: () => call(fieldwork.listClusters, { params: { round }, query: { body, group } }),
    staleTime: 0,
  });

export const declareRule = (round: string, rule: Sent<'newFieldRule'>) => call(fieldwork.declareFieldRule, { params: { round }, body: rule });

export const bringAddresses = (round: string, body: string, group: string, file: File) =>
  call(fieldwork.bringAddresses, {
    params: { round },
    query: { body, group, preview: 'false' },
    file: { content: file, type: /\.xlsx$/i.test(file.name) ? XLSX : CSV },
  });

export const assignCluster = (round: string, assignment: Sent<'newAssignment'>) => call(fieldwork.assignCluster, { params: { round }, body: assignment });

export const decideSetApart = (round: string, decision: Sent<'setApartDecision'>) => call(fieldwork.decideSetApart, { params: { round }, body: decision });

export const fieldworkChanged = (client: QueryClient, round: string): Promise<void> => client.invalidateQueries({ queryKey: ['fieldwork', round] });
