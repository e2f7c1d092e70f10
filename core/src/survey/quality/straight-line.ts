import { type CountedQuestion, chosenOptions, countedQuestions, NOT_ANSWERED } from '../estimates/index.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { ResponseFacts } from './facts.ts';
import type { DetailsOf } from './flags.ts';
import type { QualityLimits } from './limits.ts';

type Run = DetailsOf<'straightLine'>['runs'][number];

/** Questions with one answer each that stand together and have the same options: the rows of a matrix, or questions that follow each other on a page. */
const follows = (one: CountedQuestion, other: CountedQuestion): boolean =>
  one.page === other.page &&
  (one.row === null) === (other.row === null) &&
  (one.row === null || one.question === other.question) &&
  JSON.stringify(one.options) === JSON.stringify(other.options);

/** The form cut into such rows of questions, those that were asked. */
function batteriesOf(counted: readonly CountedQuestion[]): CountedQuestion[][] {
  const batteries: CountedQuestion[][] = [];
  for (const question of counted) {
    const battery = batteries.at(-1);
    const before = battery?.at(-1);
    if (battery && before && follows(before, question)) battery.push(question);
    else batteries.push([question]);
  }
  return batteries.filter((battery) => battery[0]?.kind !== 'multiple' && (battery[0]?.options.length ?? 0) > 1);
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
