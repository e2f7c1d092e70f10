import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { hashOf } from '../../reading/normal-form.ts';
import { mayAnswer, type Scheme, type SurveyQuestion } from '../../scheme/types.ts';
import { tiedOption } from '../questionnaire/check-ties.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { countedQuestions, isMark } from './counted-questions.ts';
import type { Counts } from './fold-counts.ts';
import { type UsedEstimate, usedEstimates } from './used-estimates.ts';

/** A mean of the weights that an edition gives to the options, with what it was made of. */
export interface SurveyEstimate {
  /** Rounded once, to the places of the edition's survey. */
  readonly mean: NumberText;
  /** Answers with an option: no opinion and no answer are not among them. */
  readonly answers: number;
  /** Each option of the edition's question. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of the counts, the question, the group and the edition: whoever recounts the answers comes to the same. */
  readonly hash: string;
}

/**
 * Why there is no estimate. `notInEdition`: the edition has no such question or does not ask it of the group; `noWeights`: its options have none, so that
 * the estimate arrives ready made; `notTied`: no form feeds it; `unknownOption`: an answer belongs to no option of the edition; `noAnswers`.
 */
export const ABSENT_BECAUSE = ['notInEdition', 'noWeights', 'notTied', 'unknownOption', 'noAnswers'] as const;
export type AbsentBecause = (typeof ABSENT_BECAUSE)[number];

export interface AbsentEstimate {
  readonly question: string;
  readonly group: string;
  readonly because: AbsentBecause;
  /** Options that the edition does not know. */
  readonly options: readonly string[];
}

/** An estimate with fewer answers than an item asks for; what becomes of the item its rule says. */
export interface SmallEstimate extends UsedEstimate {
  readonly answers: number;
}

export interface BodySurvey {
  /** question → group → estimate */
  readonly estimates: Readonly<Record<string, Readonly<Record<string, SurveyEstimate>>>>;
  readonly absent: readonly AbsentEstimate[];
  readonly small: readonly SmallEstimate[];
}

/** The counts of one question of the edition in one group, by the edition's options. */
interface Fed {
  readonly question: string;
  readonly group: string;
  readonly tied: boolean;
  readonly counts: Map<string, number>;
}

/** What the forms feed, and what the edition's items wait for beside it. */
function fedBy(scheme: Scheme, questionnaires: readonly Questionnaire[], counts: Counts, used: readonly UsedEstimate[]): Fed[] {
  const fed = new Map<string, Fed>();
  const of = (question: string, group: string, tied: boolean): Fed => {
    const key = JSON.stringify([question, group]);
    const found = fed.get(key) ?? { question, group, tied, counts: new Map<string, number>() };
    fed.set(key, found);
    return found;
  };
  const byPlace = Map.groupBy(counts, ({ group, question }) => JSON.stringify([group, question]));
  for (const questionnaire of questionnaires)
    for (const { id, feeds } of countedQuestions(questionnaire)) {
      if (!feeds) continue;
      const sums = of(feeds.question, questionnaire.group, true).counts;
      for (const { option, count } of byPlace.get(JSON.stringify([questionnaire.group, id])) ?? []) {
        if (isMark(option)) continue;
        const fedOption = tiedOption(feeds, option);
        sums.set(fedOption, (sums.get(fedOption) ?? 0) + count);
      }
    }
  for (const { question, group } of used) of(question, group, false);
  const order = new Map(scheme.survey.questions.map(({ id }, index) => [id, index]));
  const groups = new Map(scheme.survey.groups.map(({ id }, index) => [id, index]));
  const last = Number.MAX_SAFE_INTEGER;
  return [...fed.values()].toSorted(
    (a, b) => (order.get(a.question) ?? last) - (order.get(b.question) ?? last) || (groups.get(a.group) ?? last) - (groups.get(b.group) ?? last),
  );
}

type Options = NonNullable<SurveyQuestion['options']>;

function meanOf(options: Options, counts: ReadonlyMap<string, number>): exact.Rational {
  return exact.weightedMean(
    options.flatMap(({ id, weight }) => {
      const count = counts.get(id) ?? 0;
      return count > 0 ? [{ weight: exact.integer(count), value: exact.fromText(weight) }] : [];
    }),
  );
}

type Estimated = { readonly estimate: SurveyEstimate } | { readonly because: AbsentBecause; readonly options?: readonly string[] };

function estimateOf(
  { question, group, tied, counts: fed }: Fed,
  declared: SurveyQuestion | undefined,
  { survey, rounding }: Scheme,
  edition: string,
): Estimated {
  if (!declared || !mayAnswer(declared, survey.groups).includes(group)) return { because: 'notInEdition' };
  const { options } = declared;
  if (!options) return { because: 'noWeights' };
  if (!tied) return { because: 'notTied' };
  const known = new Set(options.map(({ id }) => id));
  const unknown = [...fed.keys()].filter((id) => !known.has(id));
  if (unknown.length > 0) return { because: 'unknownOption', options: unknown.toSorted() };
  const answers = fed.values().reduce((sum, count) => sum + count, 0);
  if (answers === 0) return { because: 'noAnswers' };
  const counted = options.map(({ id }) => [id, fed.get(id) ?? 0] as const);
  const estimate = {
    mean: exact.toDecimal(meanOf(options, fed), Number(survey.places), rounding.mode),
    answers,
    counts: Object.fromEntries(counted),
    hash: hashOf({ edition, question, group, counts: Object.fromEntries(counted.map(([id, count]) => [id, String(count)])) }),
  };
  return { estimate };
}

/**
 * The estimates of one body: of each tied question and group Σ weight × count / Σ count over the answers with an option. Nobody's answers are no
 * estimate, never 0.
 * @param scheme the edition in normal form @param questionnaires at most one for each group @param counts of this body's responses
 * @param edition the edition's hash, where it is known already
 */
export function estimatesOf(scheme: Scheme, questionnaires: readonly Questionnaire[], counts: Counts, edition: string = hashOf(scheme)): BodySurvey {
  const questions = new Map(scheme.survey.questions.map((question) => [question.id, question]));
  const used = usedEstimates(scheme);
  const estimates = new Map<string, Map<string, SurveyEstimate>>();
  const absent: AbsentEstimate[] = [];
  for (const fed of fedBy(scheme, questionnaires, counts, used)) {
    const { question, group } = fed;
    const found = estimateOf(fed, questions.get(question), scheme, edition);
    if ('estimate' in found) estimates.set(question, (estimates.get(question) ?? new Map<string, SurveyEstimate>()).set(group, found.estimate));
    else absent.push({ question, group, because: found.because, options: found.options ?? [] });
  }
  const small = used.flatMap((use) => {
    const answers = estimates.get(use.question)?.get(use.group)?.answers;
    return answers !== undefined && exact.compare(exact.integer(answers), exact.fromText(use.minimum)) < 0 ? [{ ...use, answers }] : [];
  });
  return { estimates: Object.fromEntries([...estimates].map(([question, groups]) => [question, Object.fromEntries(groups)])), absent, small };
}
