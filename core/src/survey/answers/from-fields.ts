import { readTypedDate } from '../../quantity/typed-date.ts';
import { readTypedNumber } from '../../quantity/typed-number.ts';
import type { Question } from '../questionnaire/types.ts';

/** What stands in a field for "no opinion": no option's id begins so. */
export const NO_OPINION_VALUE = '#noOpinion';

/** The name of the field of a question, or of a row of a matrix. */
export const fieldName = (question: string, row?: string): string => (row === undefined ? `a.${question}` : `a.${question}.${row}`);

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The one value of a field. Beside a line that is typed stands the mark of "no opinion", which cannot be taken back without script: what is typed goes before it. */
function first(value: string | readonly string[] | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  const filled = value.filter((each) => each.trim() !== '');
  return filled.find((each) => each !== NO_OPINION_VALUE) ?? filled[0] ?? value[0];
}

const choice = (value: string | undefined): unknown =>
  value === undefined || value === '' ? undefined : value === NO_OPINION_VALUE ? { noOpinion: true } : value;

/**
 * The answers that fields of a page hold, as they go to `judgeAnswers`: numbers and days as people in Vietnam type them are put into the form of files where
 * they can be read, else left as typed, to be refused. A question whose fields are empty gets null: it is not answered any more.
 */
export function answersFromFields(questions: readonly Question[], fields: Fields): Record<string, unknown> {
  return Object.fromEntries(questions.map((question) => [question.id, answerFromFields(question, fields) ?? null]));
}

function answerFromFields(question: Question, fields: Fields): unknown {
  const value = fields[fieldName(question.id)];
  const one = first(value);
  if (one === NO_OPINION_VALUE && question.kind !== 'multiple') return { noOpinion: true };
  switch (question.kind) {
    case 'single':
    case 'scale':
      return choice(one);
    case 'multiple': {
      const chosen = value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
      if (chosen.length === 0) return undefined;
      // Beside an option, "no opinion" is a mistake to be told, not an option to be dropped.
      return chosen.length === 1 ? (chosen[0] === NO_OPINION_VALUE ? { noOpinion: true } : chosen) : chosen;
    }
    case 'matrix': {
      const rows = question.rows.flatMap(({ id }) => {
        const answer = choice(first(fields[fieldName(question.id, id)]));
        return answer === undefined ? [] : [[id, answer] as const];
      });
      return rows.length > 0 ? { rows: Object.fromEntries(rows) } : undefined;
    }
    case 'number': {
      const typed = readTypedNumber(one ?? '', { whole: question.places === '0' });
      // "1.234" has two readings: whoever typed it is asked to write it otherwise.
      return typed.kind === 'empty' ? undefined : typed.kind === 'read' ? typed.value : { typed: one };
    }
    case 'date': {
      const typed = readTypedDate(one ?? '');
      return typed.kind === 'empty' ? undefined : typed.kind === 'read' ? typed.value : { typed: one };
    }
    case 'text':
      return one?.trim() ? one : undefined;
  }
}
