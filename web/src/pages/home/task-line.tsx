import { deadlineText } from '@parindex/core/words/step-times';
import type { TaskKind } from '@parindex/core/work/tasks';
import { daysUntil, FEW_DAYS } from '@parindex/core/work/tasks';
import { useId } from 'react';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { LinkButton } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { placeOf } from './task-place.ts';
import type { TaskWords } from './task-words.ts';
import { taskTexts } from './texts/tasks.ts';

/** Kinds about the work of one body, which is named beside its round. */
const OF_A_SHEET: readonly TaskKind[] = [
  ...(['decide', 'returned', 'reopened', 'freeze', 'send', 'mend', 'score', 'unscored', 'explain', 'document', 'enter', 'reviewParts', 'partsLate'] as const),
  ...(['answer', 'takeReplies', 'awaitReplies', 'decideReplies', 'returnedReplies', 'writeReplies', 'sendExplanation', 'improve'] as const),
];

/** One thing that waits: what, of what round, until when, and the button that leads to where it is done. */
export function TaskLine({ task, words, first }: { task: Task; words: TaskWords; first: boolean }) {
  const texts = useTexts(taskTexts);
  const { language } = useLanguage();
  const now = useNow();
  const sentence = useId();
  const { closes, kind, late, round, body } = task;
  const days = closes === null ? undefined : late ? -1 : Math.max(0, daysUntil(Date.parse(closes), now.getTime()));
  const about = [
    ...(body !== null && OF_A_SHEET.includes(kind) ? [body.name] : []),
    // The sentence of a request names its round.
    ...(round === null || kind === 'roundRequest' ? [] : [round.title]),
    ...(closes === null ? [] : [texts.deadline(deadlineText(closes, language))]),
  ];
  return (
    <>
      <div className="task-words">
        <p className="task-sentence" id={sentence}>
          {words.sentence}
        </p>
        {words.lines.map((line, index) => (
          <p key={`${index} ${line}`} className="task-line">
            {line}
          </p>
        ))}
        {about.length === 0 ? null : (
          <p className="task-place">
            {days === undefined ? null : <StateBadge tone={days < 0 ? 'bad' : days <= FEW_DAYS ? 'warn' : 'quiet'}>{texts.left(days)}</StateBadge>}
            <span>{about.join(' · ')}</span>
          </p>
        )}
      </div>
      <LinkButton {...placeOf(task)} variant={first ? 'filled' : 'default'} aria-describedby={sentence} className="task-act">
        {words.act}
      </LinkButton>
    </>
  );
}
