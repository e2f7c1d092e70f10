import type { Language } from '@parindex/core/words/index';
import { EDITION_REQUEST_KIND_NAMES, ROUND_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage } from '../../kit/words/language.tsx';
import { TaskLine } from './task-line.tsx';
import { isCommon, type TaskWords } from './task-words.ts';
import { rareTaskTexts } from './texts/rare-tasks.ts';

/** What was asked or said, by whom, when. */
function linesOf({ kind, first, closes, item, body }: Task, language: Language): string[] {
  const texts = rareTaskTexts[language];
  const [one] = first;
  if (!one) return [];
  const [by, at] = [one.by ?? '', one.at === null ? '' : formatMoment(one.at)];
  if (kind === 'roundRequest' || kind === 'editionRequest') {
    const before = closes === null ? [] : [texts.request.before(formatMoment(closes))];
    return [[texts.request.asked(by, at), ...before].join(' '), ...(one.text === null ? [] : [texts.request.why(one.text)])];
  }
  if (kind === 'councilVote' || kind === 'councilSession') return [texts.session(one.name ?? '', at)];
  const where = item === null ? texts.sheetOf(body?.name ?? '') : texts.at(item, body?.name ?? '');
  return [texts.by(by, at, where), ...(one.text === null ? [] : [texts.quoted(one.text)])];
}

/** What is asked for, of which round or edition. */
function requestOf({ kind, request, round, edition }: Task, language: Language): string | undefined {
  if (kind === 'roundRequest') return request === null || round === null ? '' : `${ROUND_REQUEST_KIND_NAMES[language][request]}: ${round.title}`;
  if (kind === 'editionRequest') return edition === null ? '' : `${EDITION_REQUEST_KIND_NAMES[language][edition.request]}: ${edition.title}`;
  return undefined;
}

function wordsOf(task: Task, language: Language): TaskWords | undefined {
  const texts = rareTaskTexts[language];
  const { kind, count } = task;
  if (isCommon(kind)) return undefined;
  const sentence = kind === 'roundRequest' || kind === 'editionRequest' ? (requestOf(task, language) ?? '') : texts.kinds[kind](formatCount(count, language));
  return { sentence, lines: linesOf(task, language), act: texts.acts[kind] };
}

/** A task of a kind that few meet. */
export function RareTaskLine({ task, first }: { task: Task; first: boolean }) {
  const { language } = useLanguage();
  const words = wordsOf(task, language);
  return words ? <TaskLine task={task} words={words} first={first} /> : null;
}
