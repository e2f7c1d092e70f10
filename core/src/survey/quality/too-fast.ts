import * as exact from '../../quantity/rational.ts';
import { countedQuestions } from '../estimates/index.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ResponseFacts } from './facts.ts';
import type { DetailsOf } from './flags.ts';
import type { QualityLimits } from './limits.ts';

/** The middle of whole numbers, or of the two in the middle; they are not none. */
export function medianOf(values: readonly number[]): exact.Rational {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = exact.integer(sorted[half] as number);
  return sorted.length % 2 === 1 ? upper : exact.divide(exact.add(exact.integer(sorted[half - 1] as number), upper), exact.integer(2));
}

/** Judges the responses to one form by the time that they took. */
export function tooFastIn(questionnaire: Questionnaire, responses: readonly ResponseFacts[], limits: QualityLimits['tooFast']) {
  const counted = countedQuestions(questionnaire);
  const measured = responses.flatMap(({ durationSeconds }) => durationSeconds ?? []);
  const underMedian =
    measured.length > 0 && measured.length >= Number(limits.leastResponses) ? exact.multiply(medianOf(measured), exact.fromText(limits.ofMedian)) : undefined;
  const perQuestion = exact.fromText(limits.secondsPerQuestion);
  const timeFor = (questions: number) => exact.multiply(perQuestion, exact.integer(questions));
  const under = (seconds: number, limit: exact.Rational) => exact.compare(exact.integer(seconds), limit) < 0;

  return ({ asked, durationSeconds, perPageSeconds = {} }: ResponseFacts): DetailsOf<'tooFast'> | undefined => {
    const told = (by: DetailsOf<'tooFast'>['by'], seconds: number, limit: exact.Rational, page: string | null = null) => ({
      by,
      seconds,
      limit: exact.toFraction(limit),
      page,
    });
    const shown = counted.filter(({ question }) => asked.has(question));
    if (durationSeconds !== null) {
      if (underMedian && under(durationSeconds, underMedian)) return told('median', durationSeconds, underMedian);
      const least = timeFor(shown.length);
      if (under(durationSeconds, least)) return told('questions', durationSeconds, least);
    }
    for (const { id } of questionnaire.pages) {
      const seconds = Object.hasOwn(perPageSeconds, id) ? perPageSeconds[id] : undefined;
      const questions = shown.filter(({ page }) => page === id).length;
      const least = timeFor(questions);
      if (seconds !== undefined && questions >= Number(limits.leastPageQuestions) && under(seconds, least)) return told('page', seconds, least, id);
    }
    return undefined;
  };
}
