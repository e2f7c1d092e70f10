import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';
import { type LibraryKey, sheetAddress } from '../../evidence/queries/documents.ts';

export type Erasure = Answer<'erasureAnswer'>;
export type ErasureState = 'open' | 'decided';

type List = Answer<'erasureList'>;

const ADDRESSES: Readonly<Record<Erasure['kind'], string>> = { removal: '/api/removals', purge: '/api/purges' };

/** Removals and purges that concern whoever asks, newest first. */
export const erasuresQuery = (state: ErasureState) =>
  queryOptions({
    queryKey: ['erasures', state],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(Object.values(ADDRESSES).map((address) => ask<List>('GET', address, { query: { state }, signal })));
      return lists.flatMap(({ items }) => items).toSorted((one, other) => Date.parse(other.asked.at) - Date.parse(one.asked.at));
    },
  });

export const askRemoval = (library: LibraryKey, document: string, body: Sent<'newErasure'>) =>
  ask<Erasure>('POST', `${sheetAddress(library)}/documents/${inPath(document)}/removals`, { body });
export const askPurge = (round: string, body: Sent<'newErasure'>) => ask<Erasure>('POST', `/api/rounds/${inPath(round)}/purges`, { body });
export const decideErasure = ({ kind, id }: Erasure, body: Sent<'erasureDecision'>) =>
  ask<Erasure>('POST', `${ADDRESSES[kind]}/${inPath(id)}/decision`, { body });

/** The record to print and sign; a page of its own. */
export const erasureRecordAddress = ({ kind, id }: Erasure): string => `${ADDRESSES[kind]}/${inPath(id)}/record`;

/** Where the list of what a proposed purge would take is to be read and printed. */
export const purgeListAddress = ({ id }: Erasure): string => `${ADDRESSES.purge}/${inPath(id)}/documents`;

/** Lets go of all that was read of documents: the same bytes may have lain in any library. */
export function erasuresChanged(client: QueryClient): void {
  for (const key of ['document-page', 'evidence-search']) client.removeQueries({ queryKey: [key] });
  for (const key of ['erasures', 'documents', 'retention']) void client.invalidateQueries({ queryKey: [key] });
}
