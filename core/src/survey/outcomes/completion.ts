import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { at, type Path, ROOT } from '../../reading/path.ts';
import type { Raw } from '../../reading/raw.ts';
import { type Draft, object, share, withDefault } from '../../reading/shape.ts';
import type { Answers } from '../answers/types.ts';
import { chosenOptions, countedQuestions, NOT_ANSWERED } from '../estimates/index.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Outcome } from './outcomes.ts';

/** From which share of the questions on a response is complete, or partial; below it was broken off. */
export interface CompletionLimits {
  readonly complete: NumberText;
  readonly partial: NumberText;
}

/** The example that AAPOR gives: half and four fifths of the questions. What lies on a limit counts as reaching it. */
export const DEFAULT_COMPLETION: CompletionLimits = { complete: '0.8', partial: '0.5' };

const shape = object<CompletionLimits>({
  complete: withDefault(share, () => DEFAULT_COMPLETION.complete),
  partial: withDefault(share, () => DEFAULT_COMPLETION.partial),
});

/** Reads declared limits into normal form, or adds all that is wrong with them to `faults`. */
export function readCompletion(raw: Raw, faults: Faults, path: Path = ROOT): CompletionLimits | undefined {
  const own = new Faults();
  const draft = shape.read(raw, path, own) as Draft<CompletionLimits> | undefined;
  if (draft?.complete !== undefined && draft.partial !== undefined && exact.compare(exact.fromText(draft.partial), exact.fromText(draft.complete)) > 0)
    own.add('outOfRange', at(path, 'partial'), { found: draft.partial, expected: `≤ ${draft.complete}` });
  faults.addAll(own);
  return own.none ? (draft as CompletionLimits) : undefined;
}

export interface Completion {
  readonly answered: number;
  /** Questions that had to be answered; where none had to be, all that were asked. */
  readonly asked: number;
}

/** How many of the required questions that were asked have an answer; each row of a matrix is a question, and "no opinion" is an answer. */
export function completionOf(questionnaire: Questionnaire, answers: Answers, asked: ReadonlySet<string>): Completion {
  const shown = countedQuestions(questionnaire).filter(({ question }) => asked.has(question));
  const required = shown.filter((counted) => counted.required);
  const judged = required.length > 0 ? required : shown;
  return { answered: judged.filter((counted) => chosenOptions(counted, answers)[0] !== NOT_ANSWERED).length, asked: judged.length };
}

/** What a response comes to by its share of answers; one that was asked nothing was broken off. */
export function outcomeOfResponse({ answered, asked }: Completion, limits: CompletionLimits): Extract<Outcome, 'complete' | 'partial' | 'breakOff'> {
  if (asked === 0) return 'breakOff';
  const reached = exact.divide(exact.integer(answered), exact.integer(asked));
  const reaches = (limit: NumberText) => exact.compare(reached, exact.fromText(limit)) >= 0;
  return reaches(limits.complete) ? 'complete' : reaches(limits.partial) ? 'partial' : 'breakOff';
}
