import type { Level } from '@parindex/core/published/index';
import { LANGUAGES, type Language } from '@parindex/core/words/language';

/** What a page is about; its address is made and read here alone. */
export type Route =
  | { readonly page: 'front' }
  | { readonly page: 'round'; readonly round: string }
  | { readonly page: 'roundBody'; readonly round: string; readonly body: string }
  | { readonly page: 'body'; readonly body: string }
  | { readonly page: 'history'; readonly level: Level }
  | { readonly page: 'year'; readonly level: Level; readonly year: number }
  | { readonly page: 'compareBodies' }
  | { readonly page: 'schemes' }
  | { readonly page: 'scheme'; readonly scheme: string }
  | { readonly page: 'compare'; readonly before: string; readonly after: string }
  | { readonly page: 'search' }
  | { readonly page: 'about' }
  | { readonly page: 'accessibility' };

/** The pages that say something else for another query. */
export const ASKED_PAGES: readonly Route['page'][] = ['search', 'compareBodies'];

export const LEVEL_SLUGS: Readonly<Record<Level, string>> = { province: 'tinh', ministry: 'bo' };

const slug = (text: string) => encodeURIComponent(text);

function pathOf(route: Route): string {
  switch (route.page) {
    case 'front':
      return '/';
    case 'round':
      return `/ket-qua/${slug(route.round)}`;
    case 'roundBody':
      return `/ket-qua/${slug(route.round)}/${slug(route.body)}`;
    case 'body':
      return `/co-quan/${slug(route.body)}`;
    case 'history':
      return `/lich-su/${LEVEL_SLUGS[route.level]}`;
    case 'year':
      return `/lich-su/${LEVEL_SLUGS[route.level]}/${route.year}`;
    case 'compareBodies':
      return '/so-sanh';
    case 'schemes':
      return '/bo-tieu-chi';
    case 'scheme':
      return `/bo-tieu-chi/${slug(route.scheme)}`;
    case 'compare':
      return `/bo-tieu-chi/${slug(route.after)}/so-voi/${slug(route.before)}`;
    case 'search':
      return '/tim';
    case 'about':
      return '/gioi-thieu';
    case 'accessibility':
      return '/kha-nang-tiep-can';
  }
}

/** The address of a page; Vietnamese without a prefix, others under theirs. */
export function hrefOf(route: Route, language: Language): string {
  const path = pathOf(route);
  return language === 'vi' ? path : path === '/' ? `/${language}` : `/${language}${path}`;
}

/** Reads an address; undefined where no page can be. */
export function routeOf(path: string): { route: Route; language: Language } | undefined {
  let parts: string[];
  try {
    parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const prefix = LANGUAGES.find((language) => language !== 'vi' && language === parts[0]);
  const [first, second, third, fourth, ...more] = prefix ? parts.slice(1) : parts;
  const route = more.length > 0 ? undefined : read(first, second, third, fourth);
  return route && { route, language: prefix ?? 'vi' };
}

const SINGLE: Readonly<Record<string, Route>> = {
  'so-sanh': { page: 'compareBodies' },
  tim: { page: 'search' },
  'gioi-thieu': { page: 'about' },
  'kha-nang-tiep-can': { page: 'accessibility' },
};

function read(first?: string, second?: string, third?: string, fourth?: string): Route | undefined {
  if (first === undefined) return { page: 'front' };
  if (first === 'ket-qua' && second && !fourth) return third ? { page: 'roundBody', round: second, body: third } : { page: 'round', round: second };
  if (first === 'bo-tieu-chi') {
    if (!second) return { page: 'schemes' };
    if (!third) return { page: 'scheme', scheme: second };
    return third === 'so-voi' && fourth ? { page: 'compare', after: second, before: fourth } : undefined;
  }
  if (fourth) return undefined;
  if (first === 'lich-su') return readHistory(second, third);
  if (third) return undefined;
  if (first === 'co-quan' && second) return { page: 'body', body: second };
  return second || !Object.hasOwn(SINGLE, first) ? undefined : SINGLE[first];
}

function readHistory(levelSlug: string | undefined, year: string | undefined): Route | undefined {
  const level = (Object.keys(LEVEL_SLUGS) as Level[]).find((name) => LEVEL_SLUGS[name] === levelSlug);
  if (!level) return undefined;
  if (year === undefined) return { page: 'history', level };
  return /^20\d\d$/.test(year) ? { page: 'year', level, year: Number(year) } : undefined;
}
