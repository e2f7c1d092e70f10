import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { loadedLater } from '../../api/loaded-later.ts';
import { sessionQuery } from '../../api/session.ts';
import { workQuery } from '../../api/work.ts';
import { homeTexts } from '../../texts/home.ts';
import { useTexts } from '../../texts/language.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { KeptHere } from './kept-here.tsx';
import { Waiting } from './waiting.tsx';
import { WorkCard } from './work-card.tsx';

const NothingToDo = lazy(async () => ({ default: (await loadedLater(() => import('./nothing-to-do.tsx'))).NothingToDo }));

/** Where one lands: what each open round asks of each office that one holds. */
export function HomePage() {
  const texts = useTexts(homeTexts);
  const session = useQuery(sessionQuery).data;
  const { data, error, refetch } = useQuery(workQuery);
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
      <KeptHere />
      <Waiting parts={data?.parts} owns={session?.memberships.some(({ role }) => role === 'owner') ?? false} />
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.items.map((work) => (
        <WorkCard key={`${work.round.id} ${work.role} ${work.office.id}`} work={work} />
      ))}
      {data?.items.length === 0 && data.parts === 0 ? (
        <Suspense fallback={<Loading />}>
          <NothingToDo roles={session?.memberships.map(({ role }) => role) ?? []} />
        </Suspense>
      ) : null}
    </Page>
  );
}
