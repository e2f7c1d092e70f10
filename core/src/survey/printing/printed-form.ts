import { displayDate, displayDecimal } from '../../quantity/display.ts';
import type { Title } from '../../text/title.ts';
import { beginning, inLanguage, type Language } from '../../words/language.ts';
import { QUESTIONNAIRE_MARKS, QUESTIONNAIRE_WORDS } from '../../words/questionnaire-words.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { DateQuestion, MultipleQuestion, NumberQuestion, Option, Question, Questionnaire } from '../questionnaire/types.ts';
import { skipText } from './skip-text.ts';

/** What may be marked; without an id, that there is no opinion. */
export interface PrintedOption {
  readonly id: string | null;
  readonly title: string;
}

export interface PrintedRow {
  readonly id: string;
  /** Of the question and the row: "5.2". */
  readonly number: string;
  readonly title: string;
}

/** How a question is answered on paper: boxes below each other, a box of each option in each row, or a line to write on. */
export type PrintedAnswer =
  | { readonly kind: 'boxes'; readonly options: readonly PrintedOption[] }
  | { readonly kind: 'table'; readonly options: readonly PrintedOption[]; readonly rows: readonly PrintedRow[] }
  | { readonly kind: 'value'; readonly blank: string; readonly options: readonly PrintedOption[] }
  | { readonly kind: 'text'; readonly lines: number; readonly options: readonly PrintedOption[] };

export interface PrintedQuestion {
  readonly id: string;
  /** Among all questions of the form, from 1. */
  readonly number: number;
  readonly title: string;
  readonly optional: boolean;
  /** How it is answered, a sentence each. */
  readonly notes: readonly string[];
  /** When it is answered at all. */
  readonly skip: string | undefined;
  readonly answer: PrintedAnswer;
}

export interface PrintedPart {
  readonly id: string;
  readonly title: string;
  readonly introduction: string | undefined;
  readonly questions: readonly PrintedQuestion[];
}

/** A form as it is read, in one language, in the order in which it was declared. */
export interface PrintedForm {
  /** Its name in capitals, and what it is about. */
  readonly name: string;
  readonly about: string | null;
  /** That it is not official, where it is not. */
  readonly mark: string | undefined;
  /** Whom it asks about. */
  readonly judged: string | undefined;
  readonly introduction: string | undefined;
  readonly purpose: string;
  readonly kept: string;
  readonly agrees: string | undefined;
  /** How its questions are answered, a sentence each. */
  readonly how: readonly string[];
  readonly parts: readonly PrintedPart[];
}

/** "PHIẾU ĐIỀU TRA XÃ HỘI HỌC xác định …": a title that begins with several words in capitals bears the name of its form. */
const NAMED = /^([\p{Lu}\p{M}]+(?:\s+[\p{Lu}\p{M}]+)+)(?:\s+(.+))?$/su;
/** A part that calls itself one is not numbered again. */
const CALLED_PART = /^(?:phần|part)\s/i;
const MANY_LETTERS_OF_A_LINE = 80;
const MOST_LINES = 6;
const BLANK = '…………………';

function titled(title: string, name: string): Pick<PrintedForm, 'name' | 'about'> {
  const [, capitals, rest] = NAMED.exec(title) ?? [];
  return capitals === undefined ? { name, about: title } : { name: capitals, about: rest === undefined ? null : beginning(rest) };
}

/** A form of the survey for paper and for whoever reads it in the workspace. */
export function printedForm(form: Questionnaire, language: Language): PrintedForm {
  const words = QUESTIONNAIRE_WORDS[language];
  const text = (title: Title | undefined) => inLanguage(title, language);
  const questions = questionsOf(form);
  const kinds = new Set(questions.map(({ kind }) => kind));
  const numbers = new Map(questions.map(({ id }, index) => [id, index + 1]));
  return {
    ...titled(text(form.title) ?? '', words.name.toLocaleUpperCase('vi')),
    mark: form.status === 'official' ? undefined : QUESTIONNAIRE_MARKS[language][form.status],
    judged: text(form.about),
    introduction: text(form.introduction),
    purpose: text(form.consent.purpose) ?? '',
    kept: words.kept(form.consent.keptDays),
    agrees: text(form.consent.agrees),
    how: [
      ...(questions.some((question) => 'options' in question) ? [words.mark] : []),
      ...(kinds.has('matrix') ? [words.markRows] : []),
      ...(questions.every(({ required }) => required) ? [] : [words.mayLeave]),
    ],
    parts: form.pages.map(({ id, title, introduction, questions: asked }, index) => {
      const called = text(title) ?? '';
      return {
        id,
        title: CALLED_PART.test(called) ? called : words.part(index + 1, called),
        introduction: text(introduction),
        questions: asked.map((question) => printedQuestion(form, question, numbers.get(question.id) ?? 0, language)),
      };
    }),
  };
}

function printedQuestion(form: Questionnaire, question: Question, number: number, language: Language): PrintedQuestion {
  const hint = inLanguage(question.hint, language);
  return {
    id: question.id,
    number,
    title: inLanguage(question.title, language) ?? '',
    optional: !question.required,
    notes: [...(hint === undefined ? [] : [hint]), ...notesOf(question, language)],
    skip: skipText(form, question, language),
    answer: answerOf(question, number, language),
  };
}

function notesOf(question: Question, language: Language): string[] {
  const words = QUESTIONNAIRE_WORDS[language];
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'matrix':
      return [];
    case 'multiple':
      return howMany(question, language);
    case 'number':
      return [`${[question.places === '0' ? words.whole : words.places(question.places), ...numberBounds(question, language)].join(', ')}.`];
    case 'date':
      return [`${[words.day, ...dayBounds(question, language)].join(', ')}.`];
    case 'text':
      return [words.longest(displayDecimal(question.longest, language))];
  }
}

function howMany({ options, atMost, alone }: MultipleQuestion, language: Language): string[] {
  const words = QUESTIONNAIRE_WORDS[language];
  const excluding = inLanguage(options.find(({ id }) => id === alone)?.title, language);
  return [atMost === undefined ? words.several : words.atMost(atMost), ...(excluding === undefined ? [] : [words.alone(excluding)])];
}

function numberBounds({ least, most }: NumberQuestion, language: Language): string[] {
  const words = QUESTIONNAIRE_WORDS[language];
  const [from, to] = [least, most].map((bound) => (bound === undefined ? undefined : displayDecimal(bound, language)));
  if (from !== undefined && to !== undefined) return [words.between(from, to)];
  return [...(from === undefined ? [] : [words.atLeast(from)]), ...(to === undefined ? [] : [words.upTo(to)])];
}

function dayBounds({ from, to }: DateQuestion, language: Language): string[] {
  const words = QUESTIONNAIRE_WORDS[language];
  if (from !== undefined && to !== undefined) return [words.between(displayDate(from), displayDate(to))];
  return [...(from === undefined ? [] : [words.sinceDay(displayDate(from))]), ...(to === undefined ? [] : [words.untilDay(displayDate(to))])];
}

function answerOf(question: Question, number: number, language: Language): PrintedAnswer {
  const words = QUESTIONNAIRE_WORDS[language];
  const none: PrintedOption[] = question.noOpinion ? [{ id: null, title: words.noOpinion }] : [];
  const titledOptions = (options: readonly Option[]) => [...options.map(({ id, title }) => ({ id, title: inLanguage(title, language) ?? '' })), ...none];
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'scale':
      return { kind: 'boxes', options: titledOptions(question.options) };
    case 'matrix':
      return {
        kind: 'table',
        options: titledOptions(question.options),
        rows: question.rows.map(({ id, title }, index) => ({ id, number: `${number}.${index + 1}`, title: inLanguage(title, language) ?? '' })),
      };
    case 'number':
      return { kind: 'value', blank: [BLANK, inLanguage(question.unit, language)].filter(Boolean).join(' '), options: none };
    case 'date':
      return { kind: 'value', blank: words.blankDay, options: none };
    case 'text':
      return { kind: 'text', lines: Math.min(MOST_LINES, Math.ceil(Number(question.longest) / MANY_LETTERS_OF_A_LINE)), options: none };
  }
}
