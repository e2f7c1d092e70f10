import { CSV, XLSX } from '@parindex/core/contracts/media-types';
import * as contracts from '@parindex/core/contracts/survey-draw';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Draws = Answer<'surveyDraws'>;
export type Draw = Draws['draws'][number];
export type Population = Draw['frame'];
export type DrawUnit = Answer<'drawUnits'>['items'][number];

export const drawsQuery = (round: string) =>
  queryOptions({ queryKey: ['draws', round], queryFn: () => call(contracts.readSurveyDraws, { params: { round } }), staleTime: 0 });

/** Lines of a sample that are shown at once. */
const AT_ONCE = 50;

export const drawUnitsQuery = (round: string, number: number) =>
  infiniteQueryOptions({
    queryKey: ['draws', round, number, 'units'],
    queryFn: ({ pageParam }) => call(contracts.listDrawUnits, { params: { round, number }, query: { limit: AT_ONCE, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const bringDesign = (round: string, document: string) => call(contracts.bringSampleDesign, { params: { round }, body: { document } });

export const bringFrame = (round: string, file: File) =>
  call(contracts.bringSampleFrame, {
    params: { round },
    query: { name: file.name },
    file: { content: file, type: /\.xlsx$/i.test(file.name) ? XLSX : CSV },
  });

export const declareDraw = (round: string, draw: Sent<'newDraw'>) => call(contracts.declareDraw, { params: { round }, body: draw });

export const drawSample = (round: string, number: number, result: Sent<'drawResult'>) =>
  call(contracts.drawSample, { params: { round, number }, body: result });

export const withdrawDraw = (round: string, number: number, reason: string) => call(contracts.withdrawDraw, { params: { round, number }, body: { reason } });

export type DrawFile = 'design' | 'frame' | 'record' | 'sample-csv' | 'sample-xlsx';

export const drawFileAddress = (round: string, number: number, file: DrawFile): string =>
  addressOf(contracts.downloadDrawFile, { params: { round, number, file } });

export const drawsChanged = (client: QueryClient, round: string): Promise<void> => client.invalidateQueries({ queryKey: ['draws', round] });
