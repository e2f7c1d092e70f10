import { displayDate } from '@parindex/core/quantity/display';
import { answersFromFields, fieldName, NO_OPINION_VALUE } from '@parindex/core/survey/answers/from-fields';
import { questionsOf } from '@parindex/core/survey/questionnaire/placed-questions';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import type { Line } from './lines.ts';

/** No valid answer stands there on the paper: no option's id begins so. */
export const INVALID = '#invalid';
/** Nothing stands there on the paper. */
export const BLANK = '';

/** What is typed in a line: an option, several, a text; or that it is blank or invalid. */
export type Typed = string | readonly string[];
/** By line; what is not in it was not typed yet. */
export type TypedLines = Readonly<Record<string, Typed>>;

/** What a pressed key means in a line; undefined: nothing. */
export function meaningOf({ kind, options }: Line, key: string, before: Typed | undefined): Typed | undefined {
  if (kind === 'written') return undefined;
  if (key === '0') return BLANK;
  if (key === '-') return INVALID;
  const chosen = options.find((option) => option.key === key.toLowerCase())?.value;
  return chosen === undefined || kind === 'one' ? chosen : toggled(options, before, chosen);
}

/** Several options, with one more or less of them; none: blank. */
export function toggled(options: Line['options'], before: Typed | undefined, value: string): Typed {
  const had = Array.isArray(before) ? before : [];
  const now = options.map((option) => option.value).filter((each) => (each === value ? !had.includes(each) : had.includes(each)));
  return now.length === 0 ? BLANK : now;
}

/** What was typed, as it is sent: answers in normal form where they can be read, and the lines that are marked as invalid. */
export function entryOf(form: Questionnaire, typed: TypedLines): { readonly answers: Record<string, unknown>; readonly invalid: string[] } {
  const lines = Object.entries(typed);
  const fields = Object.fromEntries(lines.flatMap(([id, value]) => (value === INVALID || value === BLANK ? [] : [[fieldName(id), value] as const])));
  const answers = Object.entries(answersFromFields(questionsOf(form), fields)).filter(([, answer]) => answer !== null);
  return { answers: Object.fromEntries(answers), invalid: lines.flatMap(([id, value]) => (value === INVALID ? [id] : [])) };
}

const isNoOpinion = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'noOpinion' in answer;

/** What somebody else has typed in a line, as it is typed here. */
export function typedOf(form: Questionnaire, { id }: Pick<Line, 'id'>, { answer, invalid }: { readonly answer?: unknown; readonly invalid: boolean }): Typed {
  if (invalid) return INVALID;
  if (answer === null || answer === undefined) return BLANK;
  if (isNoOpinion(answer)) return NO_OPINION_VALUE;
  const kind = questionsOf(form).find((question) => question.id === id)?.kind;
  if (kind === 'multiple') return answer as string[];
  return kind === 'number' ? String(answer).replace('.', ',') : kind === 'date' ? displayDate(String(answer)) : String(answer);
}
