import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, askFile, inPath } from '../../../client/request.ts';

export type Board = Answer<'boardAnswer'>;
export type BoardRow = Answer<'boardRow'>;
export type BoardBody = Answer<'boardBodyAnswer'>;
export type BoardItem = BoardBody['items'][number];
export type BoardEvent = Answer<'boardEvent'>;

const place = (round: string) => `/api/rounds/${inPath(round)}/board`;

/** Where the stream of what changes comes from. */
export const boardEventsAddress = (round: string): string => `${place(round)}/events`;

/** How often a board is read anew while no stream tells of changes. */
const LOOK_AGAIN = 30_000;

export const boardQuery = (round: string, live: boolean) =>
  queryOptions({ queryKey: ['board', round], queryFn: () => ask<Board>('GET', place(round)), refetchInterval: live ? false : LOOK_AGAIN });

/** A body of the board down to its items, up to the sheet's last entry; while another is on its way the one before stands. */
export const boardBodyQuery = (round: string, body: string, seq: number) =>
  queryOptions({
    queryKey: ['board', round, body, seq],
    queryFn: () => ask<BoardBody>('GET', `${place(round)}/bodies/${inPath(body)}`),
    placeholderData: (before: BoardBody | undefined) => (before?.row.body.id === body ? before : undefined),
  });

/** The board as XLSX, in the language of the page. */
export const fetchBoardWorkbook = (round: string): Promise<Blob> => askFile(`${place(round)}/workbook`);
