import type { surveyCounts } from '@parindex/core/contracts/schemas/survey-answers';
import { type CountedCell, foldCounts } from '@parindex/core/survey/estimates/index';
import { protectedCounts } from '@parindex/core/survey/estimates/protected-counts';
import { answeredQuestions } from '@parindex/core/survey/export/index';
import type { Language } from '@parindex/core/words/language';
import type { z } from 'zod';
import type { ToldAnswers } from './closed-answers.ts';
import type { CountRow } from './queries/counting.ts';

/**
 * How often each option was chosen. Totals are of the bodies whose answers are in the file of them: a total of all, less that file, would tell the answers of
 * those that were left out. Beyond that, what few have answered to a single question is withheld with as many others as hide it.
 */
export function presentCounts(
  { survey, group, title, form, formHash, bodies, leftOut }: ToldAnswers,
  counts: readonly CountRow[],
  language: Language,
): z.output<typeof surveyCounts> {
  const told = new Set(bodies.map(({ id }) => id));
  // A body stands where a group does: its parts have one total.
  const cells = counts.flatMap((row): CountedCell[] =>
    row.group === group && told.has(row.body)
      ? [{ stratum: '', cluster: '', group: row.body, question: row.question, option: row.option, count: row.count }]
      : [],
  );
  const shown = new Map(protectedCounts(foldCounts([cells]), survey.threshold).map((each) => [each.question, each.shown]));
  return {
    group: { id: group, title: title[language] },
    questionnaireHash: formHash,
    threshold: survey.threshold,
    responses: bodies.reduce((sum, { responses }) => sum + responses, 0),
    bodies: [...bodies],
    leftOut: [...leftOut],
    questions: answeredQuestions(form, language).map((question) => {
      const found = shown.get(question.id);
      return {
        ...question,
        options: [...question.options],
        total: found?.total ? { answers: found.total.answers, counts: { ...found.total.counts } } : null,
        bodies: (found?.parts ?? []).map(({ id, answers, counts: of }) => ({ body: id, answers, counts: of && { ...of } })),
      };
    }),
  };
}
