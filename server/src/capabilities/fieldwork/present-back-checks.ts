import type { Language } from '@parindex/core';
import type { backChecksAnswer } from '@parindex/core/contracts/schemas/fieldwork-back-checks';
import { divide, fromText, integer, toFraction } from '@parindex/core/quantity/rational';
import { clockOf, dayOf } from '@parindex/core/round/calendar';
import { countedQuestions } from '@parindex/core/survey/estimates/index';
import { answeredQuestions } from '@parindex/core/survey/export/index';
import { BACK_CHECK_STATES, type BackCheckState, standingOfBackCheck, stateOfBackCheck } from '@parindex/core/survey/fieldwork/back-checks';
import type { FieldRule } from '@parindex/core/survey/fieldwork/visits';
import type { Questionnaire } from '@parindex/core/survey/index';
import { isOddHour } from '@parindex/core/survey/quality/circumstances';
import { compareInterviewers, type InterviewerSum } from '@parindex/core/survey/quality/interviewer-effect';
import { DEFAULT_QUALITY } from '@parindex/core/survey/quality/limits';
import type { ComparedBy } from '@parindex/core/survey/quality/option-weights';
import type { z } from 'zod';
import type { presentWork } from './present-fieldwork.ts';
import type { AddressRow } from './queries/addresses.ts';
import type { AgreementRow, BackCheckRow, DrawRow, ResultRow } from './queries/back-checks.ts';

type Told = z.output<typeof backChecksAnswer>;
type Interviewer = Told['interviewers'][number];

/** How a back-check stands; what was sent is there, whatever its visits say. */
export const stateOf = ({ checked, givenTo, visits }: BackCheckRow, rule: FieldRule): BackCheckState => {
  const standing = standingOfBackCheck(visits, rule);
  return stateOfBackCheck(checked && standing.state !== 'nobodyCame' ? { state: 'interviewed' } : standing, givenTo !== null);
};

export interface BackCheckFacts {
  readonly threshold: number;
  readonly rules: ReadonlyMap<string, FieldRule>;
  readonly forms: readonly Questionnaire[];
  readonly addresses: readonly AddressRow[];
  readonly work: ReturnType<typeof presentWork>;
  readonly checks: readonly BackCheckRow[];
  readonly draws: readonly DrawRow[];
  readonly agreement: readonly AgreementRow[];
  readonly results: readonly ResultRow[];
  /** By group. */
  readonly comparedBy: ReadonlyMap<string, ComparedBy>;
}

const keyOf = (body: string, group: string, interviewer: string): string => JSON.stringify([body, group, interviewer]);
const share = (same: number, differs: number) => toFraction(divide(integer(same), integer(same + differs)));
const hourOf = (at: string): number => Number(clockOf(Date.parse(at)).slice(0, 2));

/** What each interviewer brought, and what came of asking again. */
export function presentBackChecks(
  { threshold, rules, forms, addresses, work, checks, draws, agreement, results, comparedBy }: BackCheckFacts,
  language: Language,
): Told {
  const rows = Map.groupBy(addresses, ({ body, group, interviewer }) => keyOf(body, group, interviewer.id));
  const drawn = Map.groupBy(checks, ({ body, group, interviewer }) => keyOf(body, group, interviewer.id));
  const states = new Map(checks.map((check) => [check.id, stateOf(check, rules.get(check.group) as FieldRule)]));
  const effects = effectsOf(results, comparedBy);
  const minutes = new Map(results.map((row) => [keyOf(row.body, row.group, row.interviewer), row.minutes]));
  // Whoever gave all their addresses away after they had interviewed is told of too.
  const gone = [...drawn].flatMap(([key, [first]]) =>
    first && !work.some(({ body, group, interviewer }) => keyOf(body, group, interviewer.id) === key)
      ? [{ body: first.body, group: first.group, interviewer: first.interviewer, visited: 0, interviewed: 0, again: 0, ended: [] }]
      : [],
  );
  const interviewers = [...work, ...gone].map(({ body, group, interviewer, visited, interviewed, again, ended }): Interviewer => {
    const key = keyOf(body, group, interviewer.id);
    const [own, theirs] = [rows.get(key) ?? [], drawn.get(key) ?? []];
    const endedAs = (...outcomes: string[]) => ended.reduce((sum, { outcome, count }) => (outcomes.includes(outcome) ? sum + count : sum), 0);
    const held = own.flatMap(({ visits }) => visits.filter(({ outcome }) => outcome === 'interviewed').slice(-1));
    const days = Map.groupBy(held, ({ at }) => dayOf(Date.parse(at)));
    const agreed = agreement.find((row) => row.interviewer === interviewer.id && row.body === body && row.group === group);
    const compared = theirs.filter((check) => check.compared).length;
    return {
      ...{ body, group, interviewer, given: visited, interviewed, again },
      ...{ refused: endedAs('refusal'), notReached: endedAs('nonContact', 'notLocated') },
      callBacks: own.reduce((sum, { visits }) => sum + Math.max(0, visits.length - 1), 0),
      oddHours: held.filter(({ at }) => isOddHour(hourOf(at), DEFAULT_QUALITY.oddHour)).length,
      days: [...days].map(([day, { length }]) => ({ day, count: length })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      minutes: minutes.get(key) ?? null,
      checks: BACK_CHECK_STATES.flatMap((state) => {
        const count = theirs.filter(({ id }) => states.get(id) === state).length;
        return count > 0 ? [{ state, count }] : [];
      }),
      givenTo: [...new Map(theirs.flatMap(({ givenTo }) => (givenTo ? [[givenTo.id, givenTo] as const] : []))).values()],
      agreement: agreed
        ? {
            // Pairs were added up in as many at a time as the threshold.
            interviews: Math.floor(compared / threshold) * threshold,
            ...{ same: agreed.same, compared: agreed.same + agreed.differs, share: share(agreed.same, agreed.differs) },
          }
        : null,
      effect: effects.get(key) ?? null,
    };
  });
  const titles = new Map(forms.flatMap((form) => answeredQuestions(form, language).map(({ id, title }) => [JSON.stringify([form.group, id]), title] as const)));
  return {
    ...{ threshold, limit: DEFAULT_QUALITY.interviewerEffect.difference, interviewers },
    hours: { from: DEFAULT_QUALITY.oddHour.from, before: DEFAULT_QUALITY.oddHour.before },
    questions: inOrderOf(forms, agreement).map(({ body, group, question, same, differs }) => ({
      ...{ body, group, question, same, compared: same + differs, share: share(same, differs) },
      title: titles.get(JSON.stringify([group, question])) ?? question,
    })),
    nobodyCame: checks
      .filter(({ id }) => states.get(id) === 'nobodyCame')
      .map(({ body, group, interviewer, clusterName, household, address }) => ({ body, group, interviewer, clusterName, household, address })),
    draws: draws.map((draw) => ({ ...draw, drawnAt: draw.drawnAt.toISOString() })),
  };
}

/** The rows of questions, in the order of their forms. */
function inOrderOf(forms: readonly Questionnaire[], agreement: readonly AgreementRow[]) {
  const order = new Map(forms.flatMap((form) => countedQuestions(form).map(({ id }, place) => [JSON.stringify([form.group, id]), place] as const)));
  const placeOf = (group: string, question: string) => order.get(JSON.stringify([group, question])) ?? order.size;
  return agreement
    .flatMap(({ question, ...row }) => (question === null ? [] : [{ ...row, question }]))
    .toSorted(
      (a, b) =>
        (a.body < b.body ? -1 : a.body > b.body ? 1 : 0) ||
        (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) ||
        placeOf(a.group, a.question) - placeOf(b.group, b.question),
    );
}

/** Each interviewer's mean beside that of the others of the same group about the same body. */
function effectsOf(results: readonly ResultRow[], comparedBy: BackCheckFacts['comparedBy']): Map<string, NonNullable<Interviewer['effect']>> {
  return new Map(
    [...Map.groupBy(results, ({ body, group }) => JSON.stringify([body, group])).values()].flatMap((of) => {
      const sums = of.map(
        ({ interviewer, interviews, answers, weight }): InterviewerSum => ({ interviewer, responses: interviews, weight: answers, score: fromText(weight) }),
      );
      const { body, group } = of[0] as ResultRow;
      return compareInterviewers(sums, DEFAULT_QUALITY.interviewerEffect).map(
        ({ interviewer, responses, mean, otherMean, difference, isBeyond }) =>
          [keyOf(body, group, interviewer), { interviews: responses, by: comparedBy.get(group) ?? 'weights', mean, otherMean, difference, isBeyond }] as const,
      );
    }),
  );
}
