import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, askFile, inPath, type Sent } from '../../../client/request.ts';

export type DeliveryList = Answer<'deliveryList'>;
export type Delivery = Answer<'deliveryAnswer'>;
export type DeliveryLine = Delivery['preview']['rows'][number];
export type PointsMoved = Delivery['preview']['moved'][number];
export type Estimate = Answer<'estimateList'>['items'][number];

const addressOf = (round: string) => `/api/rounds/${inPath(round)}/deliveries`;

export const deliveriesQuery = (round: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', round],
    queryFn: ({ pageParam }) => ask<DeliveryList>('GET', addressOf(round), { query: { after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What a delivery would write now: never what it would have written a while ago. */
export const deliveryQuery = (round: string, id: string) =>
  queryOptions({ queryKey: ['delivery', round, id], queryFn: () => ask<Delivery>('GET', `${addressOf(round)}/${inPath(id)}`), staleTime: 0 });

export const fetchDeliveryForm = (round: string, as: 'csv' | 'xlsx'): Promise<Blob> => askFile(`${addressOf(round)}/form?as=${as}`);

/** What is told of all rows of a file that do not say it themselves. */
export interface DeliveryDefaults {
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly vintage: string | undefined;
}

export function bringDelivery(round: string, file: File, { source, date, vintage }: DeliveryDefaults) {
  const type = /\.xlsx$/i.test(file.name) ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv';
  const told = Object.entries({ source, date, vintage, name: file.name.slice(0, 300), by: 'page' }).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, value] as const],
  );
  return ask<Answer<'deliveryBrought'>>('POST', `${addressOf(round)}/files?${new URLSearchParams(told.map(([key, value]) => [key, value]))}`, {
    file: { content: file, type },
  });
}

export const agreeToDelivery = (round: string, id: string, body: Sent<'deliveryAgreement'>) =>
  ask<Delivery>('POST', `${addressOf(round)}/${inPath(id)}/agreement`, { body });

export const refuseDelivery = (round: string, id: string, reason: string) =>
  ask<Delivery>('POST', `${addressOf(round)}/${inPath(id)}/refusal`, { body: { reason } });

/** Keeps what an act answered, and lets go of the sheets that it may have changed. */
export function deliveryAnswered(client: QueryClient, delivery: Delivery): void {
  client.setQueryData(deliveryQuery(delivery.round, delivery.id).queryKey, delivery);
  for (const key of ['deliveries', 'sheets', 'sheet', 'estimates']) void client.invalidateQueries({ queryKey: [key, delivery.round] });
}

export const estimatesQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['estimates', round, body],
    queryFn: () => ask<Answer<'estimateList'>>('GET', `/api/rounds/${inPath(round)}/sheets/${inPath(body)}/estimates`),
  });
