import type { Questionnaire } from '../questionnaire/types.ts';
import { farAwayOf, oddHourOf, sameDeviceIn, samePlaceIn } from './circumstances.ts';
import { equalAnswersIn } from './equal-answers.ts';
import type { ResponseFacts } from './facts.ts';
import { type InterviewerFlag, RESPONSE_FLAGS, type ResponseFlag } from './flags.ts';
import { interviewerEffects } from './interviewer-effect.ts';
import type { QualityLimits } from './limits.ts';
import { straightLinesIn } from './straight-line.ts';
import { tooFastIn } from './too-fast.ts';

export interface FoundFlags {
  /** In the order of the responses. */
  readonly responses: readonly ResponseFlag[];
  readonly interviewers: readonly InterviewerFlag[];
}

type Judges = { readonly [C in ResponseFlag['code']]: (facts: ResponseFacts) => Extract<ResponseFlag, { code: C }>['details'] | undefined };

/** Everything that is noticed about responses. None is left out for it: that decides whoever reviews them. @param forms by the name that the facts use */
export function flagResponses(forms: ReadonlyMap<string, Questionnaire>, responses: readonly ResponseFacts[], limits: QualityLimits): FoundFlags {
  const sameDevice = sameDeviceIn(responses, limits.sameDevice);
  const samePlace = samePlaceIn(responses, limits.samePlace);
  const judges = new Map<string, Judges>();
  for (const [name, ofForm] of Map.groupBy(responses, ({ form }) => form)) {
    const questionnaire = forms.get(name);
    if (!questionnaire) continue;
    judges.set(name, {
      tooFast: tooFastIn(questionnaire, ofForm, limits.tooFast),
      straightLine: straightLinesIn(questionnaire, limits.straightLine),
      equalAnswers: equalAnswersIn(questionnaire, ofForm, limits.equalAnswers),
      sameDevice,
      samePlace,
      oddHour: (facts) => oddHourOf(facts, limits.oddHour),
      farAway: (facts) => farAwayOf(facts, limits.farAway),
    });
  }
  const flags = responses.flatMap((facts) =>
    RESPONSE_FLAGS.flatMap((code) => {
      const details = judges.get(facts.form)?.[code](facts);
      return details ? [{ code, response: facts.id, details } as ResponseFlag] : [];
    }),
  );
  return { responses: flags, interviewers: interviewerEffects(responses, limits.interviewerEffect) };
}
