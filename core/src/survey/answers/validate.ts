import { dayNumber } from '../../quantity/calendar-date.ts';
import { isNumberText, placesOf, shortest } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { DateQuestion, MatrixQuestion, MultipleQuestion, NumberQuestion, Option, Question, Questionnaire, TextQuestion } from '../questionnaire/types.ts';
import { answerOf, askedQuestions } from './asked.ts';
import { type Answer, type AnswerFault, type AnswerFaultCode, type Answers, isNoOpinion, type NoOpinion } from './types.ts';

export interface JudgedAnswers {
  /** In normal form, in the form's order: what was sound. */
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
}

/** All but a line break and a tab that no text may carry. */
const CONTROL = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/u;

/** A pair of surrogates counts once, as people count letters. */
const lengthOf = (text: string): number => [...text].length;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Refuse = (code: AnswerFaultCode, details?: Record<string, string>, row?: string) => void;

/**
 * The one judgement of answers, for the page, the offline page, paper and the server: all faults at once, and what was sound in normal form. `complete`:
 * the form is sent, so what must be answered is there and nothing answers a question that is not asked; otherwise a page is saved as far as it goes.
 */
export function judgeAnswers(questionnaire: Questionnaire, raw: unknown, complete: boolean): JudgedAnswers {
  const faults: AnswerFault[] = [];
  const given = isRecord(raw) ? raw : {};
  const questions = questionsOf(questionnaire);
  const known = new Set(questions.map(({ id }) => id));
  for (const id of Object.keys(given)) if (!known.has(id)) faults.push({ question: id, code: 'unknownQuestion', details: {} });
  const answers: Answers = {};
  for (const question of questions) {
    const value = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
    if (value === undefined || value === null) continue;
    const refuse: Refuse = (code, details = {}, row) => faults.push({ question: question.id, ...(row === undefined ? {} : { row }), code, details });
    const answer = judgeAnswer(question, value, refuse);
    if (answer !== undefined) answers[question.id] = answer;
  }
  if (!complete) return { answers, faults };
  // What is wrong already is no answer that is missing.
  const wrong = new Set(faults.map(({ question }) => question));
  const asked = new Set(askedQuestions(questionnaire, answers).map(({ id }) => id));
  for (const question of questions) {
    const answer = answerOf(answers, question.id);
    if (!asked.has(question.id)) {
      if (answer !== undefined) faults.push({ question: question.id, code: 'notAsked', details: {} });
    } else if (question.required && !wrong.has(question.id)) {
      if (answer === undefined) faults.push({ question: question.id, code: 'missing', details: {} });
      else if (question.kind === 'matrix' && !isNoOpinion(answer))
        for (const { id } of question.rows)
          if (!Object.hasOwn(rowsOf(answer), id)) faults.push({ question: question.id, row: id, code: 'rowMissing', details: {} });
    }
  }
  return { answers, faults };
}

/** The rows of a matrix's answer. */
export const rowsOf = (answer: Answer | undefined): Record<string, string | NoOpinion> =>
  typeof answer === 'object' && !Array.isArray(answer) && 'rows' in answer ? answer.rows : {};

function judgeAnswer(question: Question, value: unknown, refuse: Refuse): Answer | undefined {
  if (isRecord(value) && value['noOpinion'] === true && Object.keys(value).length === 1) {
    if (question.noOpinion) return { noOpinion: true };
    refuse('noOpinionNotOffered');
    return undefined;
  }
  switch (question.kind) {
    case 'single':
    case 'scale':
      return judgeOption(question.options, value, refuse);
    case 'multiple':
      return judgeChoices(question, value, refuse);
    case 'matrix':
      return judgeRows(question, value, refuse);
    case 'number':
      return judgeNumber(question, value, refuse);
    case 'date':
      return judgeDate(question, value, refuse);
    case 'text':
      return judgeText(question, value, refuse);
  }
}

function judgeOption(options: readonly Option[], value: unknown, refuse: Refuse, row?: string): string | undefined {
  const option = options.find(({ id }) => id === value);
  if (!option) refuse(typeof value === 'string' ? 'unknownOption' : 'wrongForm', {}, row);
  return option?.id;
}

function judgeChoices({ options, atMost, alone }: MultipleQuestion, value: unknown, refuse: Refuse): string[] | undefined {
  if (!Array.isArray(value)) {
    refuse('wrongForm');
    return undefined;
  }
  if (value.length === 0) return undefined;
  const chosen = options.filter(({ id }) => value.includes(id)).map(({ id }) => id);
  if (value.some((each) => !options.some(({ id }) => id === each))) refuse('unknownOption');
  else if (alone !== undefined && chosen.includes(alone) && chosen.length > 1)
    refuse('aloneWithOthers', { option: options.find(({ id }) => id === alone)?.title.vi ?? '', optionId: alone });
  else if (atMost !== undefined && chosen.length > Number(atMost)) refuse('tooManyChosen', { most: atMost, found: String(chosen.length) });
  else return chosen;
  return undefined;
}

function judgeRows({ rows, options, noOpinion }: MatrixQuestion, value: unknown, refuse: Refuse): Answer | undefined {
  const given = isRecord(value) ? value['rows'] : undefined;
  if (!isRecord(given) || Object.keys(value as object).length !== 1) {
    refuse('wrongForm');
    return undefined;
  }
  if (Object.keys(given).some((id) => !rows.some((row) => row.id === id))) refuse('unknownOption');
  const judged: Record<string, string | NoOpinion> = {};
  for (const { id } of rows) {
    const answer = Object.hasOwn(given, id) ? given[id] : undefined;
    if (answer === undefined || answer === null) continue;
    if (isRecord(answer) && answer['noOpinion'] === true) {
      if (noOpinion) judged[id] = { noOpinion: true };
      else refuse('noOpinionNotOffered', {}, id);
      continue;
    }
    const option = judgeOption(options, answer, refuse, id);
    if (option !== undefined) judged[id] = option;
  }
  return Object.keys(judged).length > 0 ? { rows: judged } : undefined;
}

function judgeNumber({ least, most, places }: NumberQuestion, value: unknown, refuse: Refuse): string | undefined {
  if (typeof value !== 'string' || !isNumberText(value)) {
    refuse('notANumber');
    return undefined;
  }
  const number = exact.fromText(value);
  if (placesOf(value) > Number(places)) refuse(places === '0' ? 'notWhole' : 'tooManyPlaces', { found: value, places });
  else if (least !== undefined && exact.compare(number, exact.fromText(least)) < 0) refuse('tooSmall', { found: value, least });
  else if (most !== undefined && exact.compare(number, exact.fromText(most)) > 0) refuse('tooLarge', { found: value, most });
  else return shortest(value);
  return undefined;
}

function judgeDate({ from, to }: DateQuestion, value: unknown, refuse: Refuse): string | undefined {
  if (typeof value !== 'string' || dayNumber(value) === undefined) refuse('notADate');
  else if (from !== undefined && value < from) refuse('tooEarly', { found: value, from });
  else if (to !== undefined && value > to) refuse('tooLate', { found: value, to });
  else return value;
  return undefined;
}

function judgeText({ longest }: TextQuestion, value: unknown, refuse: Refuse): string | undefined {
  if (typeof value !== 'string') {
    refuse('wrongForm');
    return undefined;
  }
  const text = value.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  if (CONTROL.test(text) || !text.isWellFormed()) refuse('badCharacter');
  else if (lengthOf(text) > Number(longest)) refuse('tooLong', { longest, found: String(lengthOf(text)) });
  else return text;
  return undefined;
}
