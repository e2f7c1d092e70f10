import type { NumberText } from '../../quantity/number-text.ts';
import type { BodySurvey } from './estimates-of.ts';

/** body → question → group → estimate, as a snapshot is written. */
export type WrittenEstimates = Record<string, Record<string, Record<string, { mean: NumberText; answers: number }>>>;

/** The part `estimates` of a snapshot; a body of which there is no estimate is not named. @param bodies with their ids */
export const snapshotEstimates = (bodies: Iterable<readonly [string, BodySurvey]>): WrittenEstimates =>
  Object.fromEntries(
    [...bodies].flatMap(([body, { estimates }]) => {
      const questions = Object.entries(estimates).map(([question, groups]) => {
        const written = Object.entries(groups).map(([group, { mean, answers }]) => [group, { mean, answers }]);
        return [question, Object.fromEntries(written)];
      });
      return questions.length > 0 ? [[body, Object.fromEntries(questions)]] : [];
    }),
  );
