import { Mark } from '@parindex/design/mark.tsx';
import type { ReactNode } from 'react';
import type { Context } from '../context.ts';
import type { Assets } from '../model.ts';
import { ASKED_PAGES, hrefOf, type Route } from '../routes.ts';

interface Props {
  readonly context: Context;
  readonly assets: Assets;
  readonly title: string;
  readonly description: string;
  /** The page's own address, for the other language and the navigation; none on an error page. */
  readonly route: Route | undefined;
  /** What the address asks for behind its question mark. */
  readonly query: URLSearchParams;
  readonly children: ReactNode;
}

/** The frame around every page: head, navigation, search, footer. */
export function PageFrame({ context, assets, title, description, route, query, children }: Props) {
  const { language, texts, href } = context;
  const other = language === 'vi' ? 'en' : 'vi';
  const suffix = route && ASKED_PAGES.includes(route.page) && query.size > 0 ? `?${query}` : '';
  const searched = route?.page === 'search' ? (query.get('q') ?? '') : '';
  const here: Route = route ?? { page: 'front' };
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${texts.product}`}</title>
        <meta name="description" content={description} />
        {assets.fonts.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff" crossOrigin="anonymous" />
        ))}
        {assets.styles.map((style) => (
          <link key={style} rel="stylesheet" href={style} />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {route && <link rel="alternate" hrefLang={other} href={hrefOf(route, other) + suffix} />}
        <script type="module" src={assets.script} />
      </head>
      <body>
        <a className="skip" href="#main">
          {texts.skip}
        </a>
        <header className="site-header">
          <div className="wide header-row">
            <a className="brand" href={href({ page: 'front' })}>
              <Mark size={34} />
              <span>
                <strong>{texts.product}</strong>
                <small>{texts.subtitle}</small>
              </span>
            </a>
            <search className="site-search">
              <form action={href({ page: 'search' })}>
                <label className="unseen" htmlFor="site-search">
                  {texts.search.label}
                </label>
                <input id="site-search" name="q" type="search" placeholder={texts.search.placeholder} defaultValue={searched} maxLength={100} />
                <button type="submit">{texts.search.button}</button>
              </form>
            </search>
            <div className="header-links">
              <a className="language" href={hrefOf(here, other) + suffix} lang={other} hrefLang={other}>
                {texts.otherLanguage}
              </a>
              {assets.signIn && (
                <a className="sign-in" href={assets.signIn}>
                  {texts.signIn}
                </a>
              )}
            </div>
          </div>
          <nav className="wide site-nav" aria-label={texts.nav.label}>
            <ul>
              <NavLink context={context} route={{ page: 'front' }} here={route} text={texts.nav.results} />
              <NavLink context={context} route={{ page: 'history', level: 'province' }} here={route} text={texts.nav.provinces} />
              <NavLink context={context} route={{ page: 'history', level: 'ministry' }} here={route} text={texts.nav.ministries} />
              <NavLink context={context} route={{ page: 'compareBodies' }} here={route} text={texts.nav.compare} />
              <NavLink context={context} route={{ page: 'schemes' }} here={route} text={texts.nav.schemes} />
              {context.data.rounds
                .filter((round) => round.kind === 'illustrative')
                .slice(0, 1)
                .map((round) => (
                  <NavLink key={round.id} context={context} route={{ page: 'round', round: round.id }} here={route} text={texts.nav.illustration} />
                ))}
              <NavLink context={context} route={{ page: 'about' }} here={route} text={texts.nav.about} />
            </ul>
          </nav>
        </header>
        <main id="main" className="wide">
          {children}
        </main>
        <footer className="site-footer">
          <div className="wide">
            <p>
              {texts.footer.text} <a href={href({ page: 'accessibility' })}>{texts.accessibility.title}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function NavLink({ context, route, here, text }: { context: Context; route: Route; here: Route | undefined; text: string }) {
  const address = context.href(route);
  const current = here !== undefined && context.href(here) === address;
  return (
    <li>
      <a href={address} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
}
