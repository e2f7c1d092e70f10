import { type CountedQuestion, chosenOptions, countedQuestions, NOT_ANSWERED } from '../estimates/index.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ResponseFacts } from './facts.ts';
import type { DetailsOf } from './flags.ts';
import type { QualityLimits } from './limits.ts';

type Run = DetailsOf<'straightLine'>['runs'][number];

/** Questions with one answer each and the same options: the rows of a matrix, or those of the form, wherever they stand, as forms part them into pages by subject. */
function batteriesOf(counted: readonly CountedQuestion[]): CountedQuestion[][] {
  const single = counted.filter(({ kind, options }) => kind !== 'multiple' && options.length > 1);
  return [...Map.groupBy(single, ({ question, row, options }) => JSON.stringify([row === null ? null : question, options])).values()];
}

/** Looks for rows of questions at which the same option (or no opinion) was chosen all along; what was not answered is passed over. */
export function straightLinesIn(questionnaire: Questionnaire, { leastQuestions }: QualityLimits['straightLine']) {
  const counted = countedQuestions(questionnaire);
  return ({ asked, answers }: ResponseFacts): DetailsOf<'straightLine'> | undefined => {
    const runs = batteriesOf(counted.filter(({ question }) => asked.has(question))).flatMap((battery): Run[] => {
      const chosen = battery.map((question) => ({ id: question.id, option: chosenOptions(question, answers)[0] as string }));
      const answered = chosen.filter(({ option }) => option !== NOT_ANSWERED);
      const [first] = answered;
      const alike = first !== undefined && answered.length >= Number(leastQuestions) && answered.every(({ option }) => option === first.option);
      return alike ? [{ questions: answered.map(({ id }) => id), option: first.option }] : [];
    });
    return runs.length > 0 ? { runs } : undefined;
  };
}
