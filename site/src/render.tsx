import { inLanguage } from '@parindex/core';
import { lastName } from '@parindex/core/bodies/index';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Context, contextOf } from './context.ts';
import type { Assets, RoundView, SiteData } from './model.ts';
import { AboutPage, NotFoundPage } from './pages/about-page.tsx';
import { AccessibilityPage } from './pages/accessibility-page.tsx';
import { BodyPage } from './pages/body-page.tsx';
import { CompareBodiesPage, compareTitle } from './pages/compare-bodies-page.tsx';
import { FrontPage, frontYear } from './pages/front-page.tsx';
import { HistoryPage } from './pages/history-page.tsx';
import { RoundPage } from './pages/round-page.tsx';
import { ComparePage, SchemePage, SchemesPage } from './pages/scheme-pages.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { YearPage } from './pages/year-page.tsx';
import { PageFrame } from './parts/page-frame.tsx';
import { roundOf } from './parts/year-links.ts';
import { ASKED_PAGES, type Route, routeOf } from './routes.ts';

export interface RenderedPage {
  readonly status: 200 | 404;
  readonly html: string;
  /** The page is the same whatever the address asks for behind its question mark. */
  readonly fixed: boolean;
}

interface MatchedPage {
  readonly title: string;
  readonly description?: string;
  readonly content: ReactNode;
}

/** Characters of a query that are read: five long codes and a round. */
const MOST_ASKED = 1_000;
/** And of what is searched for. */
const MOST_SEARCHED = 100;

/** The page at an address, as whole HTML; 404 where there is none. */
export function render(path: string, asked: string, data: SiteData, assets: Assets): RenderedPage {
  const read = routeOf(path);
  const query = new URLSearchParams(asked.slice(0, MOST_ASKED));
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
  return { status: found ? 200 : 404, html: `<!doctype html>${html}`, fixed: found !== undefined && !(read && ASKED_PAGES.includes(read.route.page)) };
}

function pageOf(route: Route, query: URLSearchParams, context: Context): MatchedPage | undefined {
  const { data, language, texts } = context;
  const roundWith = (id: string) => data.rounds.find((round) => round.id === id);
  const schemeOf = (id: string) => data.schemes.find((scheme) => scheme.id === id);
  switch (route.page) {
    case 'front':
      return { title: texts.year.frontTitle(frontYear(context)), content: <FrontPage context={context} /> };
    case 'round': {
      const round = roundWith(route.round);
      return round && { title: round.title[language], content: <RoundPage round={round} context={context} /> };
    }
    case 'roundBody': {
      const round = roundWith(route.round);
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
    case 'year': {
      const round = roundOf(context, route.level, route.year);
      const year = data.years[route.level].find((one) => one.year === route.year);
      if (round) return { title: round.title[language], content: <RoundPage round={round} context={context} /> };
      return year && { title: texts.year.title[year.level](year.year), content: <YearPage year={year} context={context} /> };
    }
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
      return { title: texts.search.title, content: <SearchPage query={(query.get('q') ?? '').slice(0, MOST_SEARCHED)} context={context} /> };
    case 'compareBodies':
      return { title: compareTitle(query, context), content: <CompareBodiesPage query={query} context={context} /> };
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
