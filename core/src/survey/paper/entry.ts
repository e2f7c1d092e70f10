import { withoutUnasked } from '../answers/asked.ts';
import { type Answer, type AnswerFault, type Answers, isNoOpinion, type NoOpinion } from '../answers/types.ts';
import { judgeAnswers, rowsOf } from '../answers/validate.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { Question, Questionnaire } from '../questionnaire/types.ts';

/** What is typed by itself: a question, or a row of a matrix ("question.row"). */
export type EntryLine = string;

/** What somebody has typed from a form: answers in normal form, and the lines in which no valid answer stands on the paper. */
export interface Entry {
  readonly answers: Answers;
  readonly invalid: readonly EntryLine[];
}

export interface TypedLine {
  readonly id: EntryLine;
  readonly question: Question;
  readonly row: string | undefined;
}

/** The lines by which a form is typed, in its order. */
export const entryLines = (form: Questionnaire): TypedLine[] =>
  questionsOf(form).flatMap((question): TypedLine[] =>
    question.kind === 'matrix'
      ? question.rows.map(({ id }) => ({ id: `${question.id}.${id}`, question, row: id }))
      : [{ id: question.id, question, row: undefined }],
  );

/** What stands in a line; "no opinion" of a whole matrix is that of each of its rows. */
export function answerAt(answers: Answers, { question, row }: Pick<TypedLine, 'question' | 'row'>): Answer | NoOpinion | undefined {
  const answer = answers[question.id];
  return row === undefined || answer === undefined || isNoOpinion(answer) ? answer : rowsOf(answer)[row];
}

/** An entry put together line by line. What is marked as invalid has no answer beside. */
function assembled(form: Questionnaire, from: (line: TypedLine) => Entry): Entry {
  const answers: Answers = {};
  const invalid: EntryLine[] = [];
  for (const line of entryLines(form)) {
    const entry = from(line);
    const answer = answerAt(entry.answers, line);
    if (entry.invalid.includes(line.id)) invalid.push(line.id);
    else if (answer !== undefined)
      answers[line.question.id] =
        line.row === undefined ? answer : { rows: { ...rowsOf(answers[line.question.id]), [line.row]: answer as string | NoOpinion } };
  }
  return { answers, invalid };
}

/**
 * What was typed from a form, by the one judgement of answers. Paper cannot be forced: what had to be answered may be missing, and what is not asked may be
 * answered. What cannot be taken is marked as invalid by whoever types, and is no answer.
 */
export function judgeEntry(form: Questionnaire, raw: unknown, marked: readonly string[]): { readonly entry: Entry; readonly faults: readonly AnswerFault[] } {
  const { answers, faults } = judgeAnswers(form, raw, false);
  const known = new Set(entryLines(form).map(({ id }) => id));
  const unknown = marked.filter((id) => !known.has(id)).map((id): AnswerFault => ({ question: id, code: 'unknownQuestion', details: {} }));
  return { entry: assembled(form, () => ({ answers, invalid: marked })), faults: [...faults, ...unknown] };
}

const told = (entry: Entry, line: TypedLine): string => (entry.invalid.includes(line.id) ? 'invalid' : JSON.stringify(answerAt(entry.answers, line) ?? null));

/** The lines in which two entries of a form differ, in its order. */
export const differingLines = (form: Questionnaire, one: Entry, other: Entry): EntryLine[] =>
  entryLines(form).flatMap((line) => (told(one, line) === told(other, line) ? [] : [line.id]));

/** What two entries agree in, with what a third person has settled where they differ. */
export const reconciled = (form: Questionnaire, agreed: Entry, differing: readonly EntryLine[], settled: Entry): Entry =>
  assembled(form, ({ id }) => (differing.includes(id) ? settled : agreed));

/** Just some lines of an entry. */
export const linesOfEntry = (form: Questionnaire, entry: Entry, lines: readonly EntryLine[]): Entry =>
  reconciled(form, { answers: {}, invalid: [] }, lines, entry);

/** What is counted of an entry: an answer to a question that the others do not lead to is dropped, as it is on line. */
export const countedAnswers = (form: Questionnaire, { answers }: Entry): Answers => withoutUnasked(form, answers);
