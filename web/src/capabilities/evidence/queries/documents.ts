import * as evidence from '@parindex/core/contracts/evidence';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';
import { libraryKey } from '../../../device/uploads/queries.ts';

export type DocumentList = Answer<'documentList'>;
export type LibraryDocument = Answer<'documentAnswer'>;
export type DocumentVersion = LibraryDocument['versions'][number];
export type DocumentFile = NonNullable<DocumentVersion['file']>;
export type NewReference = Sent<'newReferences'>['documents'][number];
export type CarriedDocument = Sent<'carriedDocuments'>['documents'][number];
export type Carriable = Answer<'carriableList'>;

/** A search ignoring diacritics, or only what an item or figure cites. */
export interface DocumentFilter {
  readonly q?: string | undefined;
  readonly item?: string | undefined;
  readonly figure?: string | undefined;
}

/** Documents newest first, page by page. */
export const documentsQuery = (library: SheetKey, filter: DocumentFilter) =>
  infiniteQueryOptions({
    queryKey: [...libraryKey(library), 'list', filter],
    queryFn: ({ pageParam, signal }) => call(evidence.listDocuments, { params: library, query: { ...filter, limit: 30, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The size and limit of a library, whether files are scanned, whether documents can be uploaded now. */
export const libraryQuery = (library: SheetKey) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'standing'],
    queryFn: async ({ signal }) => {
      const { quota, scanner, open } = await call(evidence.listDocuments, { params: library, query: { limit: 1 }, signal });
      return { quota, scanner, open };
    },
  });

export const documentQuery = (library: SheetKey, document: string) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'one', document],
    queryFn: ({ signal }) => call(evidence.readDocument, { params: { ...library, document }, signal }),
  });

/** Documents of the previous round, and which of them are here already. */
export const carriableQuery = (library: SheetKey) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'carriable'],
    queryFn: ({ signal }) => call(evidence.listCarriable, { params: library, signal }),
  });

/** The original of a version, unchanged, as a download. */
export const fileAddress = (library: SheetKey, document: string, version: number): string =>
  addressOf(evidence.downloadFile, { params: { ...library, document, number: version } });

export const addReferences = (library: SheetKey, documents: readonly NewReference[]) => call(evidence.addReferences, { params: library, body: { documents } });
export const carryDocuments = (library: SheetKey, from: string, documents: readonly CarriedDocument[]) =>
  call(evidence.carryDocuments, { params: library, body: { from, documents } });
export const describeDocument = (library: SheetKey, document: string, body: Sent<'documentDescription'>) =>
  call(evidence.describeDocument, { params: { ...library, document }, body });
export const setDocumentAccess = (library: SheetKey, document: string, body: Sent<'documentAccess'>) =>
  call(evidence.setDocumentAccess, { params: { ...library, document }, body });
export const compareDocument = (library: SheetKey, document: string, version: number) =>
  call(evidence.compareDocument, { params: { ...library, document }, body: { version } });
export const withdrawDocument = (library: SheetKey, document: string, version: number) =>
  call(evidence.withdrawDocument, { params: { ...library, document }, body: { version } });

/** Caches the answer of a write, and invalidates the lists that show it. */
export const documentAnswered =
  (library: SheetKey) =>
  (client: QueryClient, document: LibraryDocument): void => {
    client.setQueryData(documentQuery(library, document.id).queryKey, document);
    void client.invalidateQueries({ queryKey: libraryKey(library), predicate: ({ queryKey }) => queryKey[3] !== 'one' || queryKey[4] !== document.id });
  };
