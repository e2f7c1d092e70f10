import { displayFraction } from '@parindex/core/quantity/display';
import type { Language } from '@parindex/core/words/index';
import { beginning } from '@parindex/core/words/language';
import { leftText } from '@parindex/core/words/points-text';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { formatCount } from '../../kit/words/format.ts';
import { taskTexts } from './texts/tasks.ts';

/** What waits as a sentence; what is known of it, each a line; what is done about it. */
export interface TaskWords {
  readonly sentence: string;
  readonly lines: readonly string[];
  readonly act: string;
}

type CommonKind = keyof (typeof taskTexts)['vi']['acts'];

/** Whether a task is of a kind that most people meet; the others come with words of their own. */
export const isCommon = (kind: Task['kind']): kind is CommonKind => kind in taskTexts.vi.acts;

const OF_BODIES: readonly Task['kind'][] = ['overdue', 'notSent', 'notBegun', 'tooSlow'];

/** Names of bodies, or what was given; reasons with who gave them. */
function linesOf({ kind, count, first }: Task, language: Language): string[] {
  const texts = taskTexts[language];
  const named = first.flatMap(({ name }) => name ?? []);
  if (kind !== 'returned') return named.length === 0 ? [] : [texts.names(named, count, OF_BODIES.includes(kind))];
  const lines = first.flatMap(({ name, text, by }) => [...(name === null ? [] : [name]), ...(text === null ? [] : [texts.said(by ?? '', text)])]);
  return count > first.length ? [...lines, texts.more(count - first.length)] : lines;
}

/** A common task in words; undefined: it is none. */
export function wordsOf(task: Task, language: Language): TaskWords | undefined {
  const texts = taskTexts[language];
  const { kind, count, held } = task;
  if (!isCommon(kind)) return undefined;
  const sentence =
    kind === 'score' || kind === 'unscored'
      ? texts.held(beginning(leftText({ asked: count, answered: 0 }, language)), displayFraction(held ?? '0/1', language))
      : texts.kinds[kind](formatCount(count, language));
  return { sentence, lines: linesOf(task, language), act: texts.acts[kind] };
}
