import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type DocumentList = Answer<'documentList'>;
export type LibraryDocument = Answer<'documentAnswer'>;
export type DocumentVersion = LibraryDocument['versions'][number];
export type DocumentFile = NonNullable<DocumentVersion['file']>;
export type NewReference = Sent<'newReferences'>['documents'][number];
export type CarriedDocument = Sent<'carriedDocuments'>['documents'][number];
export type Carriable = Answer<'carriableList'>;

/** The library of a body in a round. */
export interface LibraryKey {
  readonly round: string;
  readonly body: string;
}

/** Looked for without marks, or only what an item or a figure cites. */
export interface DocumentFilter {
  readonly q?: string | undefined;
  readonly item?: string | undefined;
  readonly figure?: string | undefined;
}

export const sheetAddress = ({ round, body }: LibraryKey): string => `/api/rounds/${inPath(round)}/sheets/${inPath(body)}`;
const documentAddress = (library: LibraryKey, document: string) => `${sheetAddress(library)}/documents/${inPath(document)}`;
/** By what all that was read of a library is kept. */
export const libraryKey = ({ round, body }: LibraryKey) => ['documents', round, body] as const;

/** Documents newest first, page by page. */
export const documentsQuery = (library: LibraryKey, filter: DocumentFilter) =>
  infiniteQueryOptions({
    queryKey: [...libraryKey(library), 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<DocumentList>('GET', `${sheetAddress(library)}/documents`, { query: { ...filter, limit: 30, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** How much a library holds and may hold, whether files are scanned, whether documents can be brought now. */
export const libraryQuery = (library: LibraryKey) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'standing'],
    queryFn: async ({ signal }) => {
      const { quota, scanner, open } = await ask<DocumentList>('GET', `${sheetAddress(library)}/documents`, { query: { limit: 1 }, signal });
      return { quota, scanner, open };
    },
  });

export const documentQuery = (library: LibraryKey, document: string) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'one', document],
    queryFn: ({ signal }) => ask<LibraryDocument>('GET', documentAddress(library, document), { signal }),
  });

/** Documents of the round before, with which of them are here already. */
export const carriableQuery = (library: LibraryKey) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'carriable'],
    queryFn: ({ signal }) => ask<Carriable>('GET', `${sheetAddress(library)}/carriable`, { signal }),
  });

/** The original of a version, byte for byte, as a download. */
export const fileAddress = (library: LibraryKey, document: string, version: number): string => `${documentAddress(library, document)}/versions/${version}/file`;

type Documents = Answer<'savedDocuments'>;

export const addReferences = (library: LibraryKey, documents: readonly NewReference[]) =>
  ask<Documents>('POST', `${sheetAddress(library)}/documents`, { body: { documents } });
export const carryDocuments = (library: LibraryKey, from: string, documents: readonly CarriedDocument[]) =>
  ask<Documents>('POST', `${sheetAddress(library)}/carried-documents`, { body: { from, documents } });
export const describeDocument = (library: LibraryKey, document: string, body: Sent<'documentDescription'>) =>
  ask<LibraryDocument>('PATCH', `${documentAddress(library, document)}/description`, { body });
export const setDocumentAccess = (library: LibraryKey, document: string, body: Sent<'documentAccess'>) =>
  ask<LibraryDocument>('PATCH', `${documentAddress(library, document)}/access`, { body });
export const compareDocument = (library: LibraryKey, document: string, version: number) =>
  ask<LibraryDocument>('POST', `${documentAddress(library, document)}/comparison`, { body: { version } });
export const withdrawDocument = (library: LibraryKey, document: string, version: number) =>
  ask<LibraryDocument>('POST', `${documentAddress(library, document)}/withdrawal`, { body: { version } });

/** Lets go of what was read of a library: something came into it, or went. */
export const libraryChanged = (client: QueryClient, library: LibraryKey): Promise<void> => client.invalidateQueries({ queryKey: libraryKey(library) });

/** Keeps what a write answered, and lets go of the lists that show it. */
export const documentAnswered =
  (library: LibraryKey) =>
  (client: QueryClient, document: LibraryDocument): void => {
    client.setQueryData(documentQuery(library, document.id).queryKey, document);
    void client.invalidateQueries({ queryKey: libraryKey(library), predicate: ({ queryKey }) => queryKey[3] !== 'one' || queryKey[4] !== document.id });
  };
