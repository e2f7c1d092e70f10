import * as exact from '../../quantity/rational.ts';
import type { ResponseFacts } from './facts.ts';
import type { InterviewerFlag } from './flags.ts';
import type { QualityLimits } from './limits.ts';

interface Sum {
  readonly count: number;
  readonly score: exact.Rational;
}

const sumOf = (scores: readonly exact.Rational[]): Sum => ({ count: scores.length, score: exact.sum(scores) });
const meanOf = ({ count, score }: Sum): exact.Rational => exact.divide(score, exact.integer(count));

/**
 * Interviewers whose responses have another mean score than those of the others, of the same form in the same stratum, by more than is allowed. Exact: a
 * difference that is just the limit is allowed. It says that somebody should look, for who went to whom is no random choice.
 */
export function interviewerEffects(responses: readonly ResponseFacts[], { difference, leastResponses }: QualityLimits['interviewerEffect']): InterviewerFlag[] {
  const least = Number(leastResponses);
  const limit = exact.fromText(difference);
  const scored = responses.flatMap(({ form, stratum, interviewer, score }) =>
    interviewer === null || score === null ? [] : [{ form, stratum, interviewer, score: exact.fromFraction(score) }],
  );
  const byPlace = Map.groupBy(scored, ({ form, stratum }) => JSON.stringify([form, stratum]));
  return [...byPlace.values()].flatMap((ofPlace) => {
    const [{ form, stratum }] = ofPlace as [(typeof ofPlace)[number]];
    const all = sumOf(ofPlace.map(({ score }) => score));
    return [...Map.groupBy(ofPlace, ({ interviewer }) => interviewer)].flatMap(([interviewer, theirs]): InterviewerFlag[] => {
      const own = sumOf(theirs.map(({ score }) => score));
      const others = { count: all.count - own.count, score: exact.subtract(all.score, own.score) };
      if (own.count < least || others.count < least) return [];
      const apart = exact.subtract(meanOf(own), meanOf(others));
      if (exact.compare(exact.absolute(apart), limit) <= 0) return [];
      const details = {
        responses: own.count,
        mean: exact.toFraction(meanOf(own)),
        otherResponses: others.count,
        otherMean: exact.toFraction(meanOf(others)),
        difference: exact.toFraction(apart),
        limit: difference,
      };
      return [{ code: 'interviewerEffect', interviewer, form, stratum, details }];
    });
  });
}
