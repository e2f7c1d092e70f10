import * as imports from '@parindex/core/contracts/imports';
import { CSV, XLSX } from '@parindex/core/contracts/media-types';
import { deliveryFileQuery } from '@parindex/core/contracts/schemas/import-batches';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import { limitsOf } from '../../../client/limits.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type DeliveryList = Answer<'deliveryList'>;
export type Delivery = Answer<'deliveryAnswer'>;
export type DeliveryLine = Delivery['preview']['rows'][number];
export type PointsMoved = Delivery['preview']['moved'][number];
export type Estimate = Answer<'estimateList'>['items'][number];

export const deliveriesQuery = (round: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', round],
    queryFn: ({ pageParam }) => call(imports.listImportBatches, { params: { round }, query: { after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What a delivery would write now: never what it would have written a while ago. */
export const deliveryQuery = (round: string, id: string) =>
  queryOptions({ queryKey: ['delivery', round, id], queryFn: () => call(imports.readImportBatch, { params: { round, delivery: id } }), staleTime: 0 });

export const fetchDeliveryForm = (round: string, as: 'csv' | 'xlsx'): Promise<Blob> =>
  callForFile(imports.downloadImportForm, { params: { round }, query: { as } });

/** What is told of all rows of a file that do not say it themselves. */
export interface DeliveryDefaults {
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly vintage: string | undefined;
}

export const bringDelivery = (round: string, file: File, defaults: DeliveryDefaults) =>
  call(imports.importFile, {
    params: { round },
    query: { ...defaults, name: file.name.slice(0, limitsOf(deliveryFileQuery).name.maxLength), by: 'page' },
    file: { content: file, type: /\.xlsx$/i.test(file.name) ? XLSX : CSV },
  });

export const agreeToDelivery = (round: string, id: string, body: Sent<'deliveryAgreement'>) =>
  call(imports.agreeToImportBatch, { params: { round, delivery: id }, body });

export const refuseDelivery = (round: string, id: string, reason: string) =>
  call(imports.refuseImportBatch, { params: { round, delivery: id }, body: { reason } });

/** Keeps what an act answered, and lets go of the sheets that it may have changed. */
export function deliveryAnswered(client: QueryClient, delivery: Delivery): void {
  client.setQueryData(deliveryQuery(delivery.round, delivery.id).queryKey, delivery);
  for (const key of ['deliveries', 'sheets', 'sheet', 'estimates']) void client.invalidateQueries({ queryKey: [key, delivery.round] });
}

export const estimatesQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['estimates', round, body],
    queryFn: () => call(imports.listEstimates, { params: { round, body } }),
  });
