import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { mentionsQuery, openQuestionsQuery } from '../../capabilities/assignments/queries/work.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import type { Answer } from '../../client/request.ts';
import { ProblemNotice } from '../../kit/problem-notice.tsx';

const WaitingList = lazy(async () => ({ default: (await loadedLater(() => import('./waiting-list.tsx'))).WaitingList }));

type PartsWaiting = Pick<Answer<'workAnswer'>, 'parts' | 'partsWaiting'>;

/** Work that others wait for; its list is loaded if there is any. */
export function Waiting({ owns, parts }: { owns: boolean; parts: PartsWaiting | undefined }) {
  const mentions = useQuery(mentionsQuery);
  const questions = useQuery({ ...openQuestionsQuery, enabled: owns });
  const failed = [mentions, questions].find(({ error, data }) => error && !data);
  if (failed) return <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />;
  return (
    <Suspense fallback={null}>
      {parts?.parts ? <WaitingList of="parts" {...parts} /> : null}
      {mentions.data?.items.length ? <WaitingList of="mentions" mentions={mentions.data.items} /> : null}
      {questions.data?.items.length ? <WaitingList of="questions" questions={questions.data.items} more={questions.data.next !== null} /> : null}
    </Suspense>
  );
}
