import * as imports from '@parindex/core/contracts/imports';
import { CSV, XLSX } from '@parindex/core/contracts/media-types';
import { batchFileQuery } from '@parindex/core/contracts/schemas/import-batches';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import { limitsOf } from '../../../client/limits.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type BatchList = Answer<'batchList'>;
export type Batch = Answer<'batchAnswer'>;
export type BatchLine = Batch['preview']['rows'][number];
export type PointsMoved = Batch['preview']['moved'][number];
export type Estimate = Answer<'estimateList'>['items'][number];

export const batchesQuery = (round: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', round],
    queryFn: ({ pageParam }) => call(imports.listImportBatches, { params: { round }, query: { after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Never cached: what a batch would write must be current. */
export const batchQuery = (round: string, id: string) =>
  queryOptions({ queryKey: ['delivery', round, id], queryFn: () => call(imports.readImportBatch, { params: { round, delivery: id } }), staleTime: 0 });

export const fetchBatchForm = (round: string, as: 'csv' | 'xlsx'): Promise<Blob> =>
  callForFile(imports.downloadImportForm, { params: { round }, query: { as } });

/** Values for all rows of a file that do not give their own. */
export interface BatchDefaults {
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly vintage: string | undefined;
}

export const uploadBatch = (round: string, file: File, defaults: BatchDefaults) =>
  call(imports.importFile, {
    params: { round },
    query: { ...defaults, name: file.name.slice(0, limitsOf(batchFileQuery).name.maxLength), by: 'page' },
    file: { content: file, type: /\.xlsx$/i.test(file.name) ? XLSX : CSV },
  });

export const agreeToBatch = (round: string, id: string, body: Sent<'batchAgreement'>) =>
  call(imports.agreeToImportBatch, { params: { round, delivery: id }, body });

export const refuseBatch = (round: string, id: string, reason: string) =>
  call(imports.refuseImportBatch, { params: { round, delivery: id }, body: { reason } });

/** Caches the answer of an act, and invalidates sheets that it may have changed. */
export function batchAnswered(client: QueryClient, delivery: Batch): void {
  client.setQueryData(batchQuery(delivery.round, delivery.id).queryKey, delivery);
  for (const key of ['deliveries', 'sheets', 'sheet', 'estimates']) void client.invalidateQueries({ queryKey: [key, delivery.round] });
}

export const estimatesQuery = (round: string, body: string, sealed: boolean) =>
  queryOptions({
    queryKey: ['estimates', round, body, sealed],
    queryFn: () => call(imports.listEstimates, { params: { round, body } }),
  });
