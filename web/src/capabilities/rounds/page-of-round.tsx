import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { PageTab, PageTabs } from '../../kit/page/page-tabs.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { tabsOfRound, useStandingInRound } from './pages-of-round.ts';
import { PAGE_PARTS } from './parts.ts';
import { roundQuery } from './queries/rounds.ts';
import { roundTabTexts } from './texts/round-tabs.ts';

interface PageOfRoundProps {
  readonly round: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One of a round's pages: the way up to the round, and tabs that lead to the others. */
export function PageOfRound({ round, title, children, ...page }: PageOfRoundProps) {
  const texts = useTexts(roundTabTexts);
  const name = useQuery(roundQuery(round)).data?.title;
  return (
    <Page
      {...page}
      title={title}
      path={[
        <Link key="rounds" to="/lam-viec/ky-danh-gia">
          {texts.rounds}
        </Link>,
        ...(name === undefined || name === title
          ? []
          : [
              <Link key="round" to="/lam-viec/ky-danh-gia/$round" params={{ round }}>
                {name}
              </Link>,
            ]),
      ]}
    >
      <RoundTabs id={round} />
      {children}
    </Page>
  );
}

/** What of a round the reader may look at; the tabs stand in one order on each of its pages. */
function RoundTabs({ id }: { id: string }) {
  const texts = useTexts(roundTabTexts);
  const standing = useStandingInRound(id);
  const running = standing?.running ?? false;
  const params = { round: id };
  return (
    <PageTabs label={texts.label}>
      <PageTab to="/lam-viec/ky-danh-gia/$round" params={params} search={{}} activeOptions={{ exact: true }} label={running ? texts.overview : texts.plan} />
      {(standing ? tabsOfRound(standing) : []).map(({ name, to }) => (
        <PageTab key={name} to={to} params={params} search={{}} activeOptions={{ includeSearch: false }} label={texts[name]} />
      ))}
      {standing?.running ? <SettingsTab id={id} owns={standing.owns} /> : null}
    </PageTabs>
  );
}

/** Open whichever of its parts is. */
function SettingsTab({ id, owns }: { id: string; owns: boolean }) {
  const texts = useTexts(roundTabTexts);
  const part = useSearch({ strict: false, select: (search: { part?: string }) => search.part });
  return (
    <PageTab
      to="/lam-viec/ky-danh-gia/$round"
      params={{ round: id }}
      search={{ part: part ?? PAGE_PARTS[0] }}
      activeOptions={{ exact: true }}
      label={owns ? texts.settings : texts.plan}
    />
  );
}
