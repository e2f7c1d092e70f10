import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import type { Scheme } from '../../scheme/types.ts';
import { type CountedQuestion, countedQuestions } from '../estimates/counted-questions.ts';
import { tiedOption } from '../questionnaire/check-ties.ts';
import type { Questionnaire } from '../questionnaire/types.ts';

/** By what answers are held against each other: the weights that the edition gives to them, or where they stand on the scale that was read out. */
export const COMPARED_BY = ['weights', 'places'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

export interface WeightedQuestion {
  readonly question: string;
  readonly row: string | null;
  readonly options: Readonly<Record<string, NumberText>>;
}

/** Of a place between the first option, 0, and the last, 1. */
const PLACES = 4;

/** Questions with an order of their options; those of a single choice are kinds of things. */
const isScale = ({ kind, options }: CountedQuestion): boolean => (kind === 'scale' || kind === 'matrix') && options.length > 1;

/**
 * What each option counts where interviewers are held against each other: as the edition weighs it; of a form that feeds nothing with weights, as that of
 * citizens, by its place on its scale. Enters no estimate.
 */
export function optionWeights({ survey }: Scheme, form: Questionnaire): { readonly by: ComparedBy; readonly questions: readonly WeightedQuestion[] } {
  const weights = new Map(survey.questions.map(({ id, options }) => [id, new Map(options?.map((option) => [option.id, option.weight]))]));
  const counted = countedQuestions(form);
  const weighted = counted.flatMap(({ question, row, options, feeds }): WeightedQuestion[] => {
    const known = options.flatMap((option) => {
      const weight = feeds && weights.get(feeds.question)?.get(tiedOption(feeds, option));
      return weight === undefined ? [] : [[option, weight] as const];
    });
    return known.length === 0 ? [] : [{ question, row, options: Object.fromEntries(known) }];
  });
  if (weighted.length > 0) return { by: 'weights', questions: weighted };
  const place = (index: number, last: number) => exact.toDecimal(exact.divide(exact.integer(index), exact.integer(last)), PLACES, 'halfUp');
  return {
    by: 'places',
    questions: counted.filter(isScale).map(({ question, row, options }) => ({
      ...{ question, row },
      options: Object.fromEntries(options.map((option, index) => [option, place(index, options.length - 1)])),
    })),
  };
}
