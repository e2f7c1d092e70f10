import { pageHelpTexts } from './texts/page-help.ts';

type HelpedPath = keyof (typeof pageHelpTexts)['vi'];

/** A route as texts and sketches are kept by it. */
export const routeWithoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path);

/** Whether a route has a text of its own. */
const isHelped = (path: string): path is HelpedPath => path in pageHelpTexts.vi;

/** What the page of a route is for; an address that leads nowhere has none. */
export function helpOfPage(texts: (typeof pageHelpTexts)['vi'], route: string): readonly string[] {
  const path = routeWithoutSlash(route);
  return isHelped(path) ? texts[path] : [];
}
