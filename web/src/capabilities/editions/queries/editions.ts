import type { Scheme } from '@parindex/core';
import * as editions from '@parindex/core/contracts/editions';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Edition = Answer<'editionAnswer'>;
export type EditionRow = Answer<'editionRow'>;

export const editionsQuery = queryOptions({ queryKey: ['editions'], queryFn: () => allPages((page) => call(editions.listEditions, { query: page })) });

/** The document of an edition as it was written. */
export const editionDocumentAddress = (edition: string): string => addressOf(editions.readEditionDocument, { params: { edition } });

/** The forms in which its table is printed, the one to read on paper first. */
export const ANNEX_FORMATS = ['pdf', 'docx', 'xlsx'] as const;
type AnnexFormat = (typeof ANNEX_FORMATS)[number];

/** The table of an edition as the annex of its decision. */
export const editionAnnexAddress = (edition: string, format: AnnexFormat): string =>
  addressOf(editions.downloadEditionAnnex, { params: { edition }, query: { format } });

export const editionQuery = (edition: string) =>
  queryOptions({ queryKey: ['editions', edition], queryFn: () => call(editions.readEdition, { params: { edition } }) });

export interface EditionTexts {
  readonly document: string;
  readonly cases: string;
}

/** Both texts as they were written. */
export const readEditionTexts = async (edition: string): Promise<EditionTexts> => {
  const [document, cases] = await Promise.all([
    call(editions.readEditionDocument, { params: { edition } }),
    call(editions.readEditionCases, { params: { edition } }),
  ]);
  return { document, cases };
};

export const templatesQuery = queryOptions({
  queryKey: ['scheme-templates'],
  queryFn: () => call(editions.listSchemeTemplates),
  select: ({ items }) => items,
  staleTime: Number.POSITIVE_INFINITY,
});
export const readTemplateTexts = (template: string): Promise<EditionTexts> => call(editions.readSchemeTemplate, { params: { template } });

/** The scheme itself: the normal form of an adopted edition, the document of a draft; null if it cannot be read yet. */
async function readSchemeOf(edition: string, state: EditionRow['state']): Promise<Scheme | null> {
  // Loaded on demand: the core's reader is large, and most pages do without it.
  const { Faults, readJson, readScheme, readYaml } = await import('@parindex/core');
  if (state === 'adopted') {
    const normal = await call(editions.readEditionNormalForm, { params: { edition } });
    return readScheme(readJson(JSON.stringify(normal)).value, new Faults()) ?? null;
  }
  const document = await call(editions.readEditionDocument, { params: { edition } });
  try {
    return readScheme((/^\s*\{/.test(document) ? readJson : readYaml)(document).value, new Faults()) ?? null;
  } catch {
    return null;
  }
}

export const schemeQuery = (edition: string, state: EditionRow['state']) =>
  queryOptions({
    queryKey: ['editions', edition, 'scheme', state],
    queryFn: () => readSchemeOf(edition, state),
    staleTime: state === 'adopted' ? Number.POSITIVE_INFINITY : 0,
  });

export const keepDraft = (body: Sent<'newEdition'>) => call(editions.draftEdition, { body });
export const changeDraft = (edition: string, body: Sent<'changedEdition'>) => call(editions.changeEdition, { params: { edition }, body });
export const removeDraft = (edition: string, version: number) => call(editions.removeEdition, { params: { edition }, query: { version } });

/** Caches the answer of a write, and invalidates what depends on the edition. */
export function editionAnswered(client: QueryClient, edition: Edition): void {
  client.setQueryData(editionQuery(edition.id).queryKey, edition);
  void client.invalidateQueries({ queryKey: editionsQuery.queryKey, predicate: ({ queryKey }) => queryKey.length !== 2 || queryKey[1] !== edition.id });
}
