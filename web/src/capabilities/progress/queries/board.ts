import * as progress from '@parindex/core/contracts/progress';
import { hasOpened } from '@parindex/core/round/steps';
import { queryOptions } from '@tanstack/react-query';
import { addressOf, call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type Board = Answer<'boardAnswer'>;
export type BoardRow = Answer<'boardRow'>;
export type BoardBody = Answer<'boardBodyAnswer'>;
export type BoardItem = BoardBody['items'][number];
export type BoardEvent = Answer<'boardEvent'>;

/** Whether a step of the round has begun for all, by the clock of the server. */
export const hasBegun = ({ steps, at }: Pick<Board, 'steps' | 'at'>, wanted: Board['steps'][number]['step']): boolean =>
  hasOpened(steps, wanted, Date.parse(at));

/** Where the stream of what changes comes from. */
export const boardEventsAddress = (round: string): string => addressOf(progress.followBoard, { params: { round } });

/** How often a board is polled while there is no stream. */
const LOOK_AGAIN = 30_000;

export const boardQuery = (round: string, live: boolean) =>
  queryOptions({ queryKey: ['board', round], queryFn: () => call(progress.readBoard, { params: { round } }), refetchInterval: live ? false : LOOK_AGAIN });

/** A body of the board down to its items, up to the sheet's last entry; the previous data stays until the new arrives. */
export const boardBodyQuery = (round: string, body: string, seq: number) =>
  queryOptions({
    queryKey: ['board', round, body, seq],
    queryFn: () => call(progress.readBoardBody, { params: { round, body } }),
    placeholderData: (before: BoardBody | undefined) => (before?.row.body.id === body ? before : undefined),
  });

/** The board as XLSX, in the language of the page. */
export const fetchBoardWorkbook = (round: string): Promise<Blob> => callForFile(progress.downloadBoard, { params: { round } });
