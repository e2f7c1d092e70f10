import * as evidence from '@parindex/core/contracts/evidence';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { LibraryKey } from './documents.ts';

export type Upload = Answer<'uploadAnswer'>;

export const listUploads = async (library: LibraryKey, signal?: AbortSignal) => (await call(evidence.listUploads, { params: library, signal })).items;

const LOOK_AGAIN = 5_000;

/** What is on its way into a library, being checked, or was refused in the last days; of all its people. */
export const uploadsQuery = (library: LibraryKey) =>
  queryOptions({
    queryKey: ['uploads', library.round, library.body],
    queryFn: ({ signal }) => listUploads(library, signal),
    // What is being checked comes to its end by itself.
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'received') ? LOOK_AGAIN : false),
  });

export const beginUpload = (library: LibraryKey, body: Sent<'newUpload'>, signal: AbortSignal) => call(evidence.beginUpload, { params: library, body, signal });
export const readUpload = (upload: string, signal: AbortSignal) => call(evidence.readUpload, { params: { upload }, signal });
export const giveUpUpload = (upload: string) => call(evidence.cancelUpload, { params: { upload } });
