import type { Language } from '@parindex/core/words/language';
import type { SiteData } from './model.ts';
import { hrefOf, type Route } from './routes.ts';
import { TEXTS, type Texts } from './texts/index.ts';

/** What every page and part gets: the data, the language with its texts, and addresses in that language. */
export interface Context {
  readonly data: SiteData;
  readonly language: Language;
  readonly texts: Texts;
  href(route: Route): string;
}

export const contextOf = (data: SiteData, language: Language): Context => ({
  data,
  language,
  texts: TEXTS[language],
  href: (route) => hrefOf(route, language),
});
