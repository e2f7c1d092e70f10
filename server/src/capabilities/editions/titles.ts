import { inLanguage, itemsOfDomains, type Language } from '@parindex/core';
import type { ReadyEdition } from './ready.ts';

/** Codes, titles and domains of the items of an edition. */
export const titlesOf = ({ scheme }: ReadyEdition, language: Language) =>
  new Map(
    scheme.domains.flatMap((domain) =>
      itemsOfDomains([domain]).map(({ code, title }) => [code, { title: inLanguage(title, language) ?? code, domain: domain.code }] as const),
    ),
  );
