import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';
import { mentionsQuery } from '../../assignments/queries/work.ts';
import { type LibraryKey, sheetAddress } from '../../evidence/queries/documents.ts';

export type Thread = Answer<'threadAnswer'>;
export type ThreadKind = Thread['kind'];
export type Comment = Thread['comments'][number];
export type ThreadCounts = Answer<'threadCounts'>['items'][number];
export type NewComment = Sent<'newComment'>;

/** How often threads that are shown are asked for what others have written. */
const LOOK_AGAIN = 20_000;

const ofSheet = ({ round, body }: LibraryKey) => ['threads', round, body] as const;
const threadAddress = (sheet: LibraryKey, thread: string) => `${sheetAddress(sheet)}/threads/${inPath(thread)}`;

/** The threads at an item, open ones first, page by page. */
export const threadsQuery = (sheet: LibraryKey, item: string) =>
  infiniteQueryOptions({
    queryKey: [...ofSheet(sheet), 'at', item],
    queryFn: ({ pageParam, signal }) => ask<Answer<'threadList'>>('GET', `${sheetAddress(sheet)}/threads`, { query: { item, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: LOOK_AGAIN,
  });

/** How many threads stand at each item of a sheet. */
export const threadCountsQuery = (sheet: LibraryKey) =>
  queryOptions({
    queryKey: [...ofSheet(sheet), 'counts'],
    queryFn: () => ask<Answer<'threadCounts'>>('GET', `${sheetAddress(sheet)}/thread-counts`),
    refetchOnWindowFocus: true,
  });

/** Who can be mentioned in threads of a kind. */
export const threadPeopleQuery = (sheet: LibraryKey, kind: ThreadKind) =>
  queryOptions({
    queryKey: [...ofSheet(sheet), 'people', kind],
    queryFn: () => ask<Answer<'commentPeople'>>('GET', `${sheetAddress(sheet)}/thread-people`, { query: { kind } }),
  });

export const beginThread = (sheet: LibraryKey, body: Sent<'newThread'>) => ask<Thread>('POST', `${sheetAddress(sheet)}/threads`, { body });
export const replyInThread = (sheet: LibraryKey, thread: string, body: NewComment) => ask<Thread>('POST', `${threadAddress(sheet, thread)}/comments`, { body });
export const setThreadState = (sheet: LibraryKey, { id, version }: Thread, state: Sent<'threadState'>['state']) =>
  ask<Thread>('PUT', `${threadAddress(sheet, id)}/state`, { body: { state, version } });
export const withdrawComment = (sheet: LibraryKey, thread: string, comment: string) =>
  ask<Thread>('POST', `${threadAddress(sheet, thread)}/comments/${inPath(comment)}/withdrawal`);

/** Reads anew what was read of a sheet's threads, and where one is mentioned. */
export const threadsChanged = (client: QueryClient, sheet: LibraryKey): Promise<unknown> =>
  Promise.all([client.invalidateQueries({ queryKey: ofSheet(sheet) }), client.invalidateQueries({ queryKey: mentionsQuery.queryKey })]);
