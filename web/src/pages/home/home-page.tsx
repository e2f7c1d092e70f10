import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { workQuery } from '../../capabilities/assignments/queries/work.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { useRights } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Page } from '../../kit/page.tsx';
import { homeTexts } from './texts/home.ts';
import { Waiting } from './waiting.tsx';
import { WorkCard } from './work-card.tsx';

const Notices = lazy(async () => ({ default: (await loadedLater(() => import('./notices.tsx'))).Notices }));
const NothingToDo = lazy(async () => ({ default: (await loadedLater(() => import('./nothing-to-do.tsx'))).NothingToDo }));

/** The start page: what each open round requires, by membership. */
export function HomePage() {
  const texts = useTexts(homeTexts);
  const session = useQuery(sessionQuery).data;
  const { mayAnywhere } = useRights();
  const query = useQuery(workQuery);
  const { data } = query;
  return (
    <Page
      title={texts.title}
      lead={session ? texts.lead(session.person.name) : undefined}
      actions={
        <LinkButton to="/lam-viec/nhac-viec" variant="default">
          {texts.toReminders}
        </LinkButton>
      }
    >
      {data && Math.max(data.roundRequests.length, ...Object.values(data.requests), ...Object.values(data.removals)) > 0 ? (
        <Suspense>
          <Notices {...data} />
        </Suspense>
      ) : null}
      <Waiting parts={data} owns={mayAnywhere('round.write')} />
      <Loaded query={query}>{({ items }) => items.map((work) => <WorkCard key={`${work.round.id} ${work.role} ${work.office.id}`} work={work} />)}</Loaded>
      {data?.items.length === 0 && data.parts === 0 ? (
        <Suspense fallback={<Loading />}>
          <NothingToDo />
        </Suspense>
      ) : null}
    </Page>
  );
}
