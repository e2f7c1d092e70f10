import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRights } from '../../client/rights.ts';
import { useTexts } from '../../kit/language.tsx';
import { Link } from '../../kit/link.tsx';
import { Page } from '../../kit/page.tsx';
import { PageTab, PageTabs } from '../../kit/page-tabs.tsx';
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
  const { may, mayAnywhere } = useRights();
  const round = useQuery(roundQuery(id)).data;
  // People who only score a sheet come to it from their own work.
  const overlooks = mayAnywhere('sheet.list');
  const running = round !== undefined && round.state !== 'draft';
  const scores = round?.participants.some(({ body }) => may('sheet.declare', { body })) ?? false;
  const params = { round: id };
  return (
    <PageTabs label={texts.label}>
      <PageTab to="/lam-viec/ky-danh-gia/$round" params={params} search={{}} activeOptions={{ exact: true }} label={running ? texts.overview : texts.plan} />
      {running && (scores || overlooks) ? <PageTab to="/lam-viec/ky-danh-gia/$round/tien-do" params={params} label={texts.board} /> : null}
      {running && (scores || overlooks) ? (
        <PageTab to="/lam-viec/ky-danh-gia/$round/xep-hang" params={params} activeOptions={{ includeSearch: false }} label={texts.ranking} />
      ) : null}
      {running && overlooks ? (
        <PageTab to="/lam-viec/ky-danh-gia/$round/tham-dinh" params={params} activeOptions={{ includeSearch: false }} label={texts.appraisal} />
      ) : null}
      {running && overlooks ? (
        <PageTab to="/lam-viec/ky-danh-gia/$round/bang-diem" params={params} activeOptions={{ exact: true, includeSearch: false }} label={texts.sheets} />
      ) : null}
      {running && overlooks ? (
        <PageTab to="/lam-viec/ky-danh-gia/$round/tai-lieu" params={params} activeOptions={{ includeSearch: false }} label={texts.evidence} />
      ) : null}
      {running && may('delivery.read', { roundOwner: round.ownerBody.id, estimateReaders: round.estimateReaders }) ? (
        <PageTab to="/lam-viec/ky-danh-gia/$round/so-lieu" params={params} search={{}} activeOptions={{ includeSearch: false }} label={texts.deliveries} />
      ) : null}
      {running ? <SettingsTab id={id} owns={may('round.write', { roundOwner: round.ownerBody.id })} /> : null}
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
