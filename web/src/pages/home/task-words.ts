import { displayFraction } from '@parindex/core/quantity/display';
import type { Language } from '@parindex/core/words/index';
import { ROUND_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { beginning } from '@parindex/core/words/language';
import { leftText } from '@parindex/core/words/points-text';
import type { TaskKind } from '@parindex/core/work/tasks';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { formatCount, formatMoment } from '../../kit/format.ts';
import { taskTexts } from './texts/tasks.ts';

/** What waits, as a sentence. */
export function sentenceOf({ kind, count, held, request, round }: Task, language: Language): string {
  const texts = taskTexts[language];
  const shown = formatCount(count, language);
  switch (kind) {
    case 'score':
    case 'unscored':
      return texts.held(beginning(leftText({ asked: count, answered: 0 }, language)), displayFraction(held ?? '0/1', language));
    case 'roundRequest':
      return request === null || round === null ? '' : `${ROUND_REQUEST_KIND_NAMES[language][request]}: ${round.title}`;
    default:
      return texts.kinds[kind](shown);
  }
}

/** What is known of the first of them: names, reasons with who gave them; each a line. */
export function linesOf({ kind, count, first, closes, item, body }: Task, language: Language): string[] {
  const texts = taskTexts[language];
  const names = first.flatMap(({ name }) => name ?? []);
  switch (kind) {
    case 'overdue':
    case 'notSent':
    case 'notBegun':
    case 'tooSlow':
      return [texts.names(names, count)];
    case 'roundRequest':
      return first.flatMap(({ by, at, text }) => [
        `${texts.request.asked(by ?? '', formatMoment(at ?? ''))}${closes === null ? '' : ` ${texts.request.before(formatMoment(closes))}`}`,
        ...(text === null ? [] : [texts.request.why(text)]),
      ]);
    case 'question':
    case 'mention':
      return first.flatMap(({ by, at, text }) => [
        texts.by(by ?? '', at === null ? '' : formatMoment(at), item === null ? texts.sheetOf(body?.name ?? '') : texts.at(item, body?.name ?? '')),
        ...(text === null ? [] : [texts.quoted(text)]),
      ]);
    case 'returned':
      return [
        ...first.map(({ name, text, by }) => (text === null ? (name ?? '') : texts.about(name ?? '', texts.said(by ?? '', text)))),
        ...(count > first.length ? [texts.more(count - first.length)] : []),
      ];
    case 'decide':
    case 'enter':
      return [texts.names(names, count)];
    default:
      return [];
  }
}

/** Kinds about the work of one body, which is named beside its round. */
const OF_A_SHEET: readonly TaskKind[] = ['decide', 'returned', 'reopened', 'freeze', 'send', 'mend', 'score', 'unscored', 'enter', 'reviewParts', 'partsLate'];

/** Of what round and body it is; undefined where the sentence says it, or there is none. */
export function placeWords({ kind, round, body }: Task, language: Language): string | undefined {
  if (round === null || kind === 'roundRequest') return undefined;
  return body !== null && OF_A_SHEET.includes(kind) ? taskTexts[language].of(body.name, round.title) : round.title;
}
