import { chanceOf } from '../../appraisal/seeded.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import type { FractionText } from '../../scoring/result.ts';
import type { Answers } from '../answers/types.ts';
import { answerTo, type CountedQuestion, chosenOptions, countedQuestions, NOT_ANSWERED } from '../estimates/index.ts';
import type { Questionnaire } from '../questionnaire/types.ts';

export interface TakenResponse {
  readonly id: string;
  /** null: the respondent answered alone, and there is nobody to be checked. */
  readonly interviewer: string | null;
}

const roundedUp = (value: exact.Rational): number => Number(exact.negate(exact.floor(exact.negate(value))).n);

/**
 * Responses to be asked about again: of each interviewer the share, rounded up, and one at least. Those whose numbers by the seed are the lowest, so that whoever
 * has list and seed draws the same; what others bring changes nothing. @param seed made known when the interviewers have brought all
 */
export function drawBackChecks(responses: readonly TakenResponse[], share: NumberText, seed: string): string[] {
  const byInterviewer = Map.groupBy(responses, ({ interviewer }) => interviewer);
  byInterviewer.delete(null);
  return [...byInterviewer]
    .flatMap(([interviewer, theirs]) => {
      const count = Math.max(1, roundedUp(exact.multiply(exact.fromText(share), exact.integer(theirs.length))));
      const numbered = theirs.map(({ id }) => ({ id, number: chanceOf(seed, [interviewer as string, id]) }));
      return numbered
        .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
        .slice(0, count)
        .map(({ id }) => id);
    })
    .toSorted();
}

/** Whether two conversations gave the same answer. Only where both gave one they can be compared. */
export const AGREEMENTS = ['same', 'differs', 'onlyFirst', 'onlySecond'] as const;
export type BackCheckAgreement = (typeof AGREEMENTS)[number];

export interface ComparedQuestion {
  readonly question: string;
  readonly agreement: BackCheckAgreement;
}

export interface BackCheckComparison {
  /** Questions with an answer in either conversation, but free texts, in the form's order. */
  readonly questions: readonly ComparedQuestion[];
  readonly compared: number;
  readonly same: number;
  /** null where nothing can be compared. */
  readonly share: FractionText | null;
}

/** What was answered, as one text; undefined where nothing was. */
function said(question: CountedQuestion, answers: Answers): string | undefined {
  const chosen = chosenOptions(question, answers);
  if (chosen[0] === NOT_ANSWERED) return undefined;
  return question.options.length > 0 ? JSON.stringify(chosen) : JSON.stringify(answerTo(question, answers));
}

const shareOf = (same: number, compared: number): FractionText | null =>
  compared === 0 ? null : exact.toFraction(exact.divide(exact.integer(same), exact.integer(compared)));

/** The questions at which two conversations can be compared: all but free texts, each row of a matrix by itself. */
export const comparedQuestions = (questionnaire: Questionnaire): { readonly id: string; readonly question: string; readonly row: string | null }[] =>
  countedQuestions(questionnaire).flatMap(({ id, question, row, kind }) => (kind === 'text' ? [] : [{ id, question, row }]));

/** Holds what an interviewer brought against what a second conversation gave; that may ask only some of the questions. */
export function compareBackCheck(questionnaire: Questionnaire, first: Answers, second: Answers): BackCheckComparison {
  const questions = countedQuestions(questionnaire).flatMap((question): ComparedQuestion[] => {
    if (question.kind === 'text') return [];
    const [one, other] = [said(question, first), said(question, second)];
    if (one === undefined && other === undefined) return [];
    const agreement = one === undefined ? 'onlySecond' : other === undefined ? 'onlyFirst' : one === other ? 'same' : 'differs';
    return [{ question: question.id, agreement }];
  });
  const same = questions.filter(({ agreement }) => agreement === 'same').length;
  const compared = same + questions.filter(({ agreement }) => agreement === 'differs').length;
  return { questions, compared, same, share: shareOf(same, compared) };
}

export interface QuestionAgreement {
  readonly question: string;
  readonly compared: number;
  readonly same: number;
  readonly share: FractionText | null;
}

/** Of many back-checks, how far each question agrees, in the order in which questions are met. */
export function agreementByQuestion(comparisons: readonly BackCheckComparison[]): QuestionAgreement[] {
  const all = comparisons.flatMap(({ questions }) => questions);
  return [...Map.groupBy(all, ({ question }) => question)].map(([question, of]) => {
    const same = of.filter(({ agreement }) => agreement === 'same').length;
    const compared = same + of.filter(({ agreement }) => agreement === 'differs').length;
    return { question, compared, same, share: shareOf(same, compared) };
  });
}
