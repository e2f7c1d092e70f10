import './home.css';
import { dayOf } from '@parindex/core/round/calendar';
import { beginning } from '@parindex/core/words/language';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { workQuery } from '../../capabilities/work/queries/work.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { useRights } from '../../client/rights.ts';
import { LinkButton } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { formatDay, formatWeekday } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { Rounds } from './rounds.tsx';
import { TaskList } from './task-list.tsx';
import { homeTexts } from './texts/home.ts';

const NothingToDo = lazy(async () => ({ default: (await loadedLater(() => import('./nothing-to-do.tsx'))).NothingToDo }));

const NothingWaits = lazy(async () => ({ default: (await loadedLater(() => import('./nothing-waits.tsx'))).NothingWaits }));

/** The start page: what waits for the user, the most urgent first, and their rounds. */
export function HomePage() {
  const texts = useTexts(homeTexts);
  const { language } = useLanguage();
  const today = dayOf(useNow().getTime());
  const query = useQuery(workQuery);
  const interviews = useRights().mayAnywhere('fieldwork.interview');
  return (
    <Page
      title={texts.title}
      lead={texts.today(beginning(formatWeekday(today, language)), formatDay(today))}
      actions={
        <>
          {interviews ? <LinkButton to="/lam-viec/phong-van">{texts.toInterviews}</LinkButton> : null}
          <LinkButton to="/lam-viec/huong-dan" variant="subtle">
            {texts.toGuides}
          </LinkButton>
          <LinkButton to="/lam-viec/nhac-viec" variant="default">
            {texts.toReminders}
          </LinkButton>
        </>
      }
    >
      <Loaded query={query}>
        {({ tasks, items }) => (
          <>
            {tasks.length > 0 ? <TaskList tasks={tasks} /> : null}
            {tasks.length === 0 && items.length > 0 ? (
              <Suspense fallback={<Loading lines={3} />}>
                <NothingWaits />
              </Suspense>
            ) : null}
            <Rounds items={items} />
            {items.length === 0 ? (
              <Suspense fallback={<Loading />}>
                <NothingToDo />
              </Suspense>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
