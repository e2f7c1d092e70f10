import * as evidence from '@parindex/core/contracts/evidence';
import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';
import { libraryKey } from '../../../device/uploads/queries.ts';

export type DocumentPage = Answer<'documentPages'>['pages'][number];
export type EvidenceHit = Answer<'pageSearchAnswer'>['items'][number];

/** A version of a document in the library of a body. */
export interface VersionPlace extends SheetKey {
  readonly document: string;
  readonly version: number;
}

const versionAt = ({ version, ...place }: VersionPlace) => ({ ...place, number: version });

/** An image without metadata. */
export const previewAddress = (place: VersionPlace): string => addressOf(evidence.downloadPreview, { params: versionAt(place) });

const FRESH_MS = 60_000;

/** The whole library of a body in a round, newest first: a sheet names its citations from it, also offline. */
export const wholeLibraryQuery = (library: SheetKey) =>
  queryOptions({
    queryKey: [...libraryKey(library), 'all'],
    queryFn: () => allPages((page) => call(evidence.listDocuments, { params: library, query: page })),
    staleTime: FRESH_MS,
  });

/** The text of one page; null if the version has no such page. The bytes of a version never change. */
export const pageTextQuery = (place: VersionPlace, page: number) =>
  queryOptions({
    queryKey: ['document-page', place.round, place.body, place.document, place.version, page],
    queryFn: async (): Promise<DocumentPage | null> => {
      const { pages } = await call(evidence.readPages, { params: versionAt(place), query: { from: page, limit: 1 } });
      return pages.find((one) => one.page === page) ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Pages of evidence with all the words, ignoring diacritics, as far as the reader may see them; in one library or in all. */
export const evidenceSearchQuery = (round: string, body: string | undefined, wanted: string) =>
  queryOptions({
    queryKey: ['evidence-search', round, body, wanted],
    queryFn: ({ signal }) => call(evidence.searchPages, { params: { round }, query: { q: wanted, body }, signal }),
    enabled: wanted !== '',
  });
