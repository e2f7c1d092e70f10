import type { ImprovementState } from '@parindex/core/round/improvement-states';
import { IMPROVEMENT_STATE_NAMES, TIME_NAMES } from '@parindex/core/words/states';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { ImprovementTask } from './queries/tasks.ts';
import { improvementTexts } from './texts/improvement.ts';

const TONES: Readonly<Record<ImprovementState, Tone>> = { open: 'act', done: 'good', dropped: 'quiet' };

/** How far a task is, in a word, with what came of it. */
export function TaskState({ task: { state, late, note, document } }: { task: ImprovementTask }) {
  const texts = useTexts(improvementTexts);
  const states = useTexts(IMPROVEMENT_STATE_NAMES);
  const times = useTexts(TIME_NAMES);
  return (
    <>
      <StateBadge tone={late ? 'bad' : TONES[state]}>{late ? times.late : states[state]}</StateBadge> {note}{' '}
      {document ? texts.by(document.number, formatDay(document.date)) : null}
    </>
  );
}
