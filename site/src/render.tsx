import { inLanguage } from '@parindex/core';
import { lastName } from '@parindex/core/bodies/index';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Context, contextOf } from './context.ts';
import type { Assets, RoundView, SiteData } from './model.ts';
import { AboutPage, NotFoundPage } from './pages/about-page.tsx';
import { AccessibilityPage } from './pages/accessibility-page.tsx';
import { BodyPage } from './pages/body-page.tsx';
import { HistoryPage } from './pages/history-page.tsx';
import { RoundPage } from './pages/round-page.tsx';
import { ComparePage, SchemePage, SchemesPage } from './pages/scheme-pages.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { PageFrame } from './parts/page-frame.tsx';
import { type Route, routeOf } from './routes.ts';

export interface RenderedPage {
  readonly status: 200 | 404;
  readonly html: string;
}

interface MatchedPage {
  readonly title: string;
  readonly description?: string;
  readonly content: ReactNode;
}

/** The page at an address, as whole HTML; 404 where there is none. */
export function render(path: string, query: string, data: SiteData, assets: Assets): RenderedPage {
  const read = routeOf(path);
  const context = contextOf(data, read?.language ?? (path.startsWith('/en') ? 'en' : 'vi'));
  const found = read && pageOf(read.route, query, context);
  const page = found ?? { title: context.texts.notFound.title, content: <NotFoundPage context={context} /> };
  const html = renderToStaticMarkup(
    <PageFrame
      context={context}
      assets={assets}
      title={page.title}
      description={found?.description ?? `${page.title}. ${context.texts.subtitle}.`}
      route={found && read?.route}
      query={query}
    >
      {page.content}
    </PageFrame>,
  );
  return { status: found ? 200 : 404, html: `<!doctype html>${html}` };
}

function pageOf(route: Route, query: string, context: Context): MatchedPage | undefined {
  const { data, language, texts } = context;
  const roundOf = (id: string) => data.rounds.find((round) => round.id === id);
  const schemeOf = (id: string) => data.schemes.find((scheme) => scheme.id === id);
  switch (route.page) {
    case 'round': {
      const round = roundOf(route.round);
      return round && { title: round.title[language], content: <RoundPage round={round} context={context} /> };
    }
    case 'roundBody': {
      const round = roundOf(route.round);
      return round?.result.bodies.some(({ id }) => id === route.body) ? bodyPage(route.body, round, context) : undefined;
    }
    case 'body':
      return data.registry.byId.has(route.body)
        ? bodyPage(
            route.body,
            data.rounds.find((round) => round.kind === 'published' && round.printed.has(route.body)),
            context,
          )
        : undefined;
    case 'history':
      return { title: texts.history.title[route.level], content: <HistoryPage level={route.level} context={context} /> };
    case 'schemes':
      return { title: texts.schemes.title, content: <SchemesPage context={context} /> };
    case 'scheme': {
      const scheme = schemeOf(route.scheme);
      return scheme && { title: inLanguage(scheme.title, language) ?? scheme.id, content: <SchemePage scheme={scheme} context={context} /> };
    }
    case 'compare': {
      const [before, after] = [schemeOf(route.before), schemeOf(route.after)];
      return before && after && { title: texts.schemes.compareTitle, content: <ComparePage before={before} after={after} context={context} /> };
    }
    case 'search':
      return { title: texts.search.title, content: <SearchPage query={query} context={context} /> };
    case 'about':
      return { title: texts.about.title, content: <AboutPage context={context} /> };
    case 'accessibility':
      return { title: texts.accessibility.title, content: <AccessibilityPage context={context} /> };
  }
}

function bodyPage(id: string, round: RoundView | undefined, context: Context): MatchedPage | undefined {
  const result = round?.result.bodies.find((body) => body.id === id);
  const registered = round?.kind === 'illustrative' ? undefined : context.data.registry.byId.get(id);
  if (!result && !registered) return undefined;
  const name = result?.name ?? (registered ? lastName(registered).full : id);
  return { title: name, content: <BodyPage context={context} registered={registered} round={result ? round : undefined} result={result} /> };
}
