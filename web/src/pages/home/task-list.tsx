import { Button, Title } from '@mantine/core';
import { deadlineText } from '@parindex/core/words/step-times';
import { daysUntil, FEW_DAYS } from '@parindex/core/work/tasks';
import { CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { Empty } from '../../kit/empty.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { useNow } from '../../kit/now.ts';
import { StateBadge, type Tone } from '../../kit/state-badge.tsx';
import { placeOf } from './task-place.ts';
import { linesOf, placeWords, sentenceOf } from './task-words.ts';
import { taskTexts } from './texts/tasks.ts';

/** More than these are shown when they are asked for. */
const SHOWN = 8;

/** What waits for the user, the most urgent first, each with the one button that leads to where it is done. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const texts = useTexts(taskTexts);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const id = useId();
  if (tasks.length === 0)
    return (
      <Empty title={texts.none} icon={CircleCheck}>
        <span className="page-lead">{texts.noneMore}</span>
      </Empty>
    );
  const shown = all ? tasks : tasks.slice(0, SHOWN);
  const count = formatCount(tasks.length, language);
  return (
    <section className="card tasks" aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {texts.title(count)}
      </Title>
      <ol className="task-list">
        {shown.map((task, index) => (
          <li key={index} className="task" data-tone={toneOf(task)}>
            <TaskLine task={task} first={index === 0} />
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

/** What is wrong or came back, what somebody waits for, and the rest. */
function toneOf({ kind, late }: Task): Tone {
  if (late || kind === 'returned' || kind === 'mend' || kind === 'copiesRemoved') return 'bad';
  return kind === 'score' || kind === 'unscored' || kind === 'enter' || kind === 'mention' || kind === 'tooSlow' ? 'quiet' : 'act';
}

function TaskLine({ task, first }: { task: Task; first: boolean }) {
  const texts = useTexts(taskTexts);
  const { language } = useLanguage();
  const now = useNow();
  const sentence = useId();
  const place = placeWords(task, language);
  const { closes, kind, late } = task;
  const days = closes === null ? undefined : late ? -1 : Math.max(0, daysUntil(Date.parse(closes), now.getTime()));
  return (
    <>
      <div className="task-words">
        <p className="task-sentence" id={sentence}>
          {sentenceOf(task, language)}
        </p>
        {linesOf(task, language).map((line) => (
          <p key={line} className="task-line">
            {line}
          </p>
        ))}
        {place === undefined && closes === null ? null : (
          <p className="task-place">
            {days === undefined ? null : <StateBadge tone={days < 0 ? 'bad' : days <= FEW_DAYS ? 'warn' : 'quiet'}>{texts.left(days)}</StateBadge>}
            <span>{[...(place === undefined ? [] : [place]), ...(closes === null ? [] : [texts.deadline(deadlineText(closes, language))])].join(' · ')}</span>
          </p>
        )}
      </div>
      <LinkButton {...placeOf(task)} variant={first ? 'filled' : 'default'} aria-describedby={sentence} className="task-act">
        {texts.acts[kind]}
      </LinkButton>
    </>
  );
}
