import * as exact from '../../quantity/rational.ts';
import type { ResponseFacts } from './facts.ts';
import type { DetailsOf } from './flags.ts';
import type { QualityLimits, TakenBy } from './limits.ts';

const isOf = (takenBy: TakenBy, { interviewer }: ResponseFacts): boolean => takenBy === 'all' || (takenBy === 'interviewer') === (interviewer !== null);

/** Counts responses by a key, each once; those without one are not counted. */
function counter(responses: readonly ResponseFacts[], keyOf: (facts: ResponseFacts) => string | null): (facts: ResponseFacts) => number {
  const times = new Map<string, number>();
  for (const facts of responses) {
    const key = keyOf(facts);
    if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return (facts) => {
    const key = keyOf(facts);
    return key === null ? 0 : (times.get(key) as number);
  };
}

/** Responses from one device. An interviewer's own device brings many by its nature, so that by default only respondents who answer alone are counted. */
export function sameDeviceIn(responses: readonly ResponseFacts[], { leastResponses, takenBy }: QualityLimits['sameDevice']) {
  const count = counter(responses, (facts) => (isOf(takenBy, facts) ? facts.device : null));
  return (facts: ResponseFacts): DetailsOf<'sameDevice'> | undefined => {
    const times = count(facts);
    return times >= Number(leastResponses) ? { responses: times } : undefined;
  };
}

/** Responses that one interviewer took at one place, where interviewers go from home to home. */
export function samePlaceIn(responses: readonly ResponseFacts[], { leastResponses }: QualityLimits['samePlace']) {
  const count = counter(responses, ({ place, interviewer }) => (place === null || interviewer === null ? null : JSON.stringify([interviewer, place])));
  return (facts: ResponseFacts): DetailsOf<'samePlace'> | undefined => {
    const times = count(facts);
    return times >= Number(leastResponses) ? { responses: times } : undefined;
  };
}

/** Whether nobody is at a door at this hour of the day, 0 to 23. */
export const isOddHour = (hour: number, { from, before }: Pick<QualityLimits['oddHour'], 'from' | 'before'>): boolean =>
  hour < Number(from) || hour >= Number(before);

/** Whether it was begun at an hour at which nobody is at a door. */
export function oddHourOf(facts: ResponseFacts, { from, before, takenBy }: QualityLimits['oddHour']): DetailsOf<'oddHour'> | undefined {
  const { startedHour: hour } = facts;
  if (hour === null || !isOf(takenBy, facts) || !isOddHour(hour, { from, before })) return undefined;
  return { hour, from, before };
}

/** Whether it was taken farther from the place assigned than is allowed. */
export const farAwayOf = ({ metresAway }: ResponseFacts, { metres }: QualityLimits['farAway']): DetailsOf<'farAway'> | undefined =>
  metresAway !== null && exact.compare(exact.integer(metresAway), exact.fromText(metres)) > 0 ? { metres: metresAway, limit: metres } : undefined;
