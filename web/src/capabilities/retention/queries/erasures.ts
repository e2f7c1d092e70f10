import * as retention from '@parindex/core/contracts/retention';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';

export type Erasure = Answer<'erasureAnswer'>;
export type ErasureState = 'open' | 'decided';

const LISTS = [retention.listRemovals, retention.listPurges];
const DECISIONS = { removal: retention.decideRemoval, purge: retention.decidePurge };
/** How a record is called as a file, without its ending. */
export const RECORD_FILES = { removal: 'bien-ban-go-bo-tai-lieu', purge: 'bien-ban-huy-tai-lieu' };
const RECORDS = { removal: retention.printRemoval, purge: retention.printPurge };

/** Removals and purges that concern whoever asks, newest first. */
export const erasuresQuery = (state: ErasureState) =>
  queryOptions({
    queryKey: ['erasures', state],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(LISTS.map((list) => call(list, { query: { state }, signal })));
      return lists.flatMap(({ items }) => items).toSorted((one, other) => Date.parse(other.asked.at) - Date.parse(one.asked.at));
    },
  });

export type RemovalCopy = Answer<'removalCopies'>['items'][number];

/** Documents of the reader's bodies that hold the same bytes as something that others ask, or have asked, to remove. */
export const removalCopiesQuery = queryOptions({
  queryKey: ['erasures', 'copies'],
  queryFn: async ({ signal }) => (await call(retention.listRemovalCopies, { signal })).items,
});

export const askRemoval = (library: SheetKey, document: string, body: Sent<'newErasure'>) =>
  call(retention.requestRemoval, { params: { ...library, document }, body });
export const askPurge = (round: string, body: Sent<'newErasure'>) => call(retention.requestPurge, { params: { round }, body });
export const decideErasure = ({ kind, id }: Erasure, body: Sent<'erasureDecision'>) => call(DECISIONS[kind], { params: { id }, body });

/** The record to print and sign; a page of its own. */
export const erasureRecordAddress = ({ kind, id }: Erasure): string => addressOf(RECORDS[kind], { params: { id } });

/** The same as a file. */
export const fetchErasureRecord = ({ kind, id }: Erasure, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(RECORDS[kind], { params: { id }, query: { format } });

/** Where the list of what a proposed purge would take is to be read and printed. */
export const purgeListAddress = ({ id }: Erasure): string => addressOf(retention.printPurgeDocuments, { params: { id } });
export const fetchPurgeList = ({ id }: Erasure, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(retention.printPurgeDocuments, { params: { id }, query: { format } });

/** Invalidates everything read about documents: the same bytes may be in any library. */
export function erasuresChanged(client: QueryClient): void {
  for (const key of ['document-page', 'evidence-search']) client.removeQueries({ queryKey: [key] });
  for (const key of ['erasures', 'documents', 'retention']) void client.invalidateQueries({ queryKey: [key] });
}
