import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';
import { type LibraryKey, sheetAddress } from './documents.ts';

export type Upload = Answer<'uploadAnswer'>;

const uploadAddress = (upload: string) => `/api/uploads/${inPath(upload)}`;

export const listUploads = async (library: LibraryKey, signal?: AbortSignal) =>
  (await ask<Answer<'uploadList'>>('GET', `${sheetAddress(library)}/uploads`, signal ? { signal } : {})).items;

const LOOK_AGAIN = 5_000;

/** What is on its way into a library, being checked, or was refused in the last days; of all its people. */
export const uploadsQuery = (library: LibraryKey) =>
  queryOptions({
    queryKey: ['uploads', library.round, library.body],
    queryFn: ({ signal }) => listUploads(library, signal),
    // What is being checked comes to its end by itself.
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'received') ? LOOK_AGAIN : false),
  });

export const beginUpload = (library: LibraryKey, body: Sent<'newUpload'>, signal: AbortSignal) =>
  ask<Upload>('POST', `${sheetAddress(library)}/uploads`, { body, signal });
export const readUpload = (upload: string, signal: AbortSignal) => ask<Upload>('GET', uploadAddress(upload), { signal });
export const giveUpUpload = (upload: string) => ask<void>('DELETE', uploadAddress(upload));
