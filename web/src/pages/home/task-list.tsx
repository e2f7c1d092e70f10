import { Button, Title } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import type { Tone } from '../../kit/page/state-badge.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { TaskLine } from './task-line.tsx';
import { wordsOf } from './task-words.ts';
import { taskTexts } from './texts/tasks.ts';

const RareTaskLine = lazy(async () => ({ default: (await loadedLater(() => import('./rare-task-line.tsx'))).RareTaskLine }));

/** More than these are shown when they are asked for. */
const SHOWN = 8;

/** What waits for the user, the most urgent first, each with the one button that leads to where it is done. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const texts = useTexts(taskTexts);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = all ? tasks : tasks.slice(0, SHOWN);
  const count = formatCount(tasks.length, language);
  return (
    <section className="card" aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {texts.title(count)}
      </Title>
      <ol className="task-list">
        {shown.map((task, index) => (
          <li key={keyOf(task)} className="task" data-tone={toneOf(task)}>
            <TaskWithWords task={task} first={index === 0} />
          </li>
        ))}
      </ol>
      {shown.length < tasks.length ? (
        <Button variant="default" w="fit-content" onClick={() => setAll(true)}>
          {texts.showAll(count)}
        </Button>
      ) : null}
    </section>
  );
}

function TaskWithWords({ task, first }: { task: Task; first: boolean }) {
  const { language } = useLanguage();
  const words = wordsOf(task, language);
  if (words) return <TaskLine task={task} words={words} first={first} />;
  return (
    <Suspense fallback={<Loading lines={2} />}>
      <RareTaskLine task={task} first={first} />
    </Suspense>
  );
}

const keyOf = ({ kind, round, body, question, thread, first }: Task): string =>
  [kind, round?.id, body?.id, question, thread, thread === null ? '' : first[0]?.at].join(' ');

/** What is wrong or came back, what somebody waits for, and the rest. */
function toneOf({ kind, late }: Task): Tone {
  if (late || kind === 'returned' || kind === 'mend' || kind === 'copiesRemoved') return 'bad';
  return kind === 'score' || kind === 'unscored' || kind === 'enter' || kind === 'mention' || kind === 'tooSlow' ? 'quiet' : 'act';
}
