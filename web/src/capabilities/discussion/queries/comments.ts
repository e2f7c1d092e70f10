import * as discussion from '@parindex/core/contracts/discussion';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';
import { workQuery } from '../../work/queries/work.ts';

export type Thread = Answer<'threadAnswer'>;
export type ThreadKind = Thread['kind'];
export type Comment = Thread['comments'][number];
export type ThreadCounts = Answer<'threadCounts'>['items'][number];
export type NewComment = Sent<'newComment'>;

/** How often visible threads are polled for new comments. */
const LOOK_AGAIN = 20_000;

const ofSheet = ({ round, body }: SheetKey) => ['threads', round, body] as const;

/** The threads at an item, open ones first, page by page. */
export const threadsQuery = (sheet: SheetKey, item: string) =>
  infiniteQueryOptions({
    queryKey: [...ofSheet(sheet), 'at', item],
    queryFn: ({ pageParam, signal }) => call(discussion.listThreads, { params: sheet, query: { item, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: LOOK_AGAIN,
  });

/** The number of threads at each item of a sheet. */
export const threadCountsQuery = (sheet: SheetKey) =>
  queryOptions({
    queryKey: [...ofSheet(sheet), 'counts'],
    queryFn: () => call(discussion.countThreads, { params: sheet }),
    refetchOnWindowFocus: true,
  });

/** People who can be mentioned in threads of a kind. */
export const threadPeopleQuery = (sheet: SheetKey, kind: ThreadKind) =>
  queryOptions({
    queryKey: [...ofSheet(sheet), 'people', kind],
    queryFn: () => call(discussion.listThreadPeople, { params: sheet, query: { kind } }),
  });

export const beginThread = (sheet: SheetKey, body: Sent<'newThread'>) => call(discussion.beginThread, { params: sheet, body });
export const replyInThread = (sheet: SheetKey, thread: string, body: NewComment) => call(discussion.replyInThread, { params: { ...sheet, thread }, body });
export const setThreadState = (sheet: SheetKey, { id, version }: Thread, state: Sent<'threadState'>['state']) =>
  call(discussion.setThreadState, { params: { ...sheet, thread: id }, body: { state, version } });
export const withdrawComment = (sheet: SheetKey, thread: string, comment: string) =>
  call(discussion.withdrawComment, { params: { ...sheet, thread, comment } });

/** Reloads a sheet's threads, and the user's mentions. */
export const threadsChanged = (client: QueryClient, sheet: SheetKey): Promise<unknown> =>
  Promise.all([client.invalidateQueries({ queryKey: ofSheet(sheet) }), client.invalidateQueries({ queryKey: workQuery.queryKey })]);
