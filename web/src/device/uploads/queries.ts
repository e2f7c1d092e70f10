import * as evidence from '@parindex/core/contracts/evidence';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../client/call.ts';
import type { Answer, Sent } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';

/** By what all that was read of a library is kept. */
export const libraryKey = ({ round, body }: SheetKey) => ['documents', round, body] as const;

/** Lets go of what was read of a library: something came into it, or went. */
export const libraryChanged = (client: QueryClient, library: SheetKey): Promise<void> => client.invalidateQueries({ queryKey: libraryKey(library) });

export type Upload = Answer<'uploadAnswer'>;

export const listUploads = async (library: SheetKey, signal?: AbortSignal) => (await call(evidence.listUploads, { params: library, signal })).items;

const LOOK_AGAIN = 5_000;

/** What is on its way into a library, being checked, or was refused in the last days; of all its people. */
export const uploadsQuery = (library: SheetKey) =>
  queryOptions({
    queryKey: ['uploads', library.round, library.body],
    queryFn: ({ signal }) => listUploads(library, signal),
    // What is being checked comes to its end by itself.
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'received') ? LOOK_AGAIN : false),
  });

export const beginUpload = (library: SheetKey, body: Sent<'newUpload'>, signal: AbortSignal) => call(evidence.beginUpload, { params: library, body, signal });
export const readUpload = (upload: string, signal: AbortSignal) => call(evidence.readUpload, { params: { upload }, signal });
export const giveUpUpload = (upload: string) => call(evidence.cancelUpload, { params: { upload } });
