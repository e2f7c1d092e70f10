import * as evidence from '@parindex/core/contracts/evidence';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../client/call.ts';
import type { Answer, Sent } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';

/** The key prefix of everything cached about a library. */
export const libraryKey = ({ round, body }: SheetKey) => ['documents', round, body] as const;

/** Invalidates everything cached about a library, after an addition or removal. */
export const libraryChanged = (client: QueryClient, library: SheetKey): Promise<void> => client.invalidateQueries({ queryKey: libraryKey(library) });

export type Upload = Answer<'uploadAnswer'>;

export const listUploads = async (library: SheetKey, signal?: AbortSignal) => (await call(evidence.listUploads, { params: library, signal })).items;

const LOOK_AGAIN = 5_000;

/** Uploads into a library: unfinished, being checked, or refused in the last days; of all its people. */
export const uploadsQuery = (library: SheetKey) =>
  queryOptions({
    queryKey: ['uploads', library.round, library.body],
    queryFn: ({ signal }) => listUploads(library, signal),
    // Polls while something is being checked.
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'received') ? LOOK_AGAIN : false),
  });

export const beginUpload = (library: SheetKey, body: Sent<'newUpload'>, signal: AbortSignal) => call(evidence.beginUpload, { params: library, body, signal });
export const readUpload = (upload: string, signal: AbortSignal) => call(evidence.readUpload, { params: { upload }, signal });
export const giveUpUpload = (upload: string) => call(evidence.cancelUpload, { params: { upload } });
