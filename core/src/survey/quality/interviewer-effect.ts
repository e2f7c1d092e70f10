import * as exact from '../../quantity/rational.ts';
import type { FractionText } from '../../scoring/result.ts';
import type { ResponseFacts } from './facts.ts';
import type { InterviewerFlag } from './flags.ts';
import type { QualityLimits } from './limits.ts';

/** What an interviewer brought of one form in one stratum, added up: the mean is `score` by `weight`. */
export interface InterviewerSum {
  readonly interviewer: string;
  readonly responses: number;
  /** Of how many values the score is the sum: responses, or their answers. */
  readonly weight: number;
  readonly score: exact.Rational;
}

/** An interviewer's mean beside that of all others of the same form in the same stratum. */
export interface InterviewerEffect {
  readonly interviewer: string;
  readonly responses: number;
  readonly mean: FractionText;
  readonly otherResponses: number;
  readonly otherMean: FractionText;
  /** The mean less that of the others. */
  readonly difference: FractionText;
  /** Whether that is more than is allowed: a difference that is just the limit is. */
  readonly isBeyond: boolean;
}

const meanOf = ({ weight, score }: Pick<InterviewerSum, 'weight' | 'score'>): exact.Rational => exact.divide(score, exact.integer(weight));

/** Each interviewer of one form in one stratum against the others; of whom one side has too few responses, nothing is said. Exact. */
export function compareInterviewers(sums: readonly InterviewerSum[], { difference, leastResponses }: QualityLimits['interviewerEffect']): InterviewerEffect[] {
  const least = Number(leastResponses);
  const limit = exact.fromText(difference);
  const added = (pick: (sum: InterviewerSum) => number) => sums.reduce((sum, each) => sum + pick(each), 0);
  const all = { responses: added(({ responses }) => responses), weight: added(({ weight }) => weight), score: exact.sum(sums.map(({ score }) => score)) };
  return sums.flatMap((own): InterviewerEffect[] => {
    const others = { responses: all.responses - own.responses, weight: all.weight - own.weight, score: exact.subtract(all.score, own.score) };
    if (own.responses < least || others.responses < least || own.weight === 0 || others.weight === 0) return [];
    const apart = exact.subtract(meanOf(own), meanOf(others));
    return [
      {
        ...{ interviewer: own.interviewer, responses: own.responses, mean: exact.toFraction(meanOf(own)) },
        ...{ otherResponses: others.responses, otherMean: exact.toFraction(meanOf(others)), difference: exact.toFraction(apart) },
        isBeyond: exact.compare(exact.absolute(apart), limit) > 0,
      },
    ];
  });
}

/**
 * Interviewers whose responses have another mean score than those of the others, of the same form in the same stratum, by more than is allowed. It says that
 * somebody should look, for who went to whom is no random choice.
 */
export function interviewerEffects(responses: readonly ResponseFacts[], limits: QualityLimits['interviewerEffect']): InterviewerFlag[] {
  const scored = responses.flatMap(({ form, stratum, interviewer, score }) =>
    interviewer === null || score === null ? [] : [{ form, stratum, interviewer, score: exact.fromFraction(score) }],
  );
  return [...Map.groupBy(scored, ({ form, stratum }) => JSON.stringify([form, stratum])).values()].flatMap((ofPlace) => {
    const [{ form, stratum }] = ofPlace as [(typeof ofPlace)[number]];
    const sums = [...Map.groupBy(ofPlace, ({ interviewer }) => interviewer)].map(
      ([interviewer, theirs]): InterviewerSum => ({
        ...{ interviewer, responses: theirs.length, weight: theirs.length },
        score: exact.sum(theirs.map(({ score }) => score)),
      }),
    );
    return compareInterviewers(sums, limits).flatMap(({ interviewer, isBeyond, ...details }): InterviewerFlag[] =>
      isBeyond ? [{ code: 'interviewerEffect', interviewer, form, stratum, details: { ...details, limit: limits.difference } }] : [],
    );
  });
}
