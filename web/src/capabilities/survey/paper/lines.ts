import { NO_OPINION_VALUE } from '@parindex/core/survey/answers/from-fields';
import { type PrintedAnswer, type PrintedOption, printedForm } from '@parindex/core/survey/printing/printed-form';
import { questionsOf } from '@parindex/core/survey/questionnaire/placed-questions';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import type { Language } from '@parindex/core/words/language';
import { QUESTIONNAIRE_WORDS } from '@parindex/core/words/questionnaire-words';

export interface LineOption {
  readonly value: string;
  readonly title: string;
  /** Which key chooses it; none beyond what a keyboard has. */
  readonly key: string | undefined;
}

/** What is typed by itself, as it stands on paper: a question, or a row of a table. */
export interface Line {
  /** As the core calls it: "question" or "question.row". */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** The part of the form in which it stands; of a row, the question of its table. */
  readonly part: string;
  readonly table: string | undefined;
  readonly kind: 'one' | 'several' | 'written';
  readonly options: readonly LineOption[];
}

const KEYS = '123456789abcdefghijklmnopqrstuvwxyz';

const optionsOf = (options: readonly PrintedOption[]): LineOption[] =>
  options.map(({ id, title }, index) => ({ value: id ?? NO_OPINION_VALUE, title, key: KEYS[index] }));

/** The lines of a form in the order and with the numbers of its paper. */
export function linesOf(form: Questionnaire, language: Language): Line[] {
  const several = new Set(questionsOf(form).flatMap(({ id, kind }) => (kind === 'multiple' ? [id] : [])));
  return printedForm(form, language).parts.flatMap(({ title: part, questions }) =>
    questions.flatMap(({ id, number, title, answer }): Line[] => {
      const options = optionsOf(answer.options);
      if (answer.kind !== 'table') return [{ id, number: String(number), title, part, table: undefined, kind: kindOf(answer, several.has(id)), options }];
      const table = `${QUESTIONNAIRE_WORDS[language].question(number)}. ${title}`;
      return answer.rows.map((row) => ({ id: `${id}.${row.id}`, number: row.number, title: row.title, part, table, kind: 'one', options }));
    }),
  );
}

const kindOf = ({ kind }: PrintedAnswer, several: boolean): Line['kind'] => (kind === 'boxes' ? (several ? 'several' : 'one') : 'written');

/** What stands above a line on paper, and not above the one before: the part, the question of a table. */
export const headingsOf = ({ part, table }: Line, before: Line | undefined): string[] => [
  ...(part === before?.part ? [] : [part]),
  ...(table === undefined || table === before?.table ? [] : [table]),
];
