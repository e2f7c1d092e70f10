import type { Faults } from '../../reading/faults.ts';
import { at, type Path, ROOT } from '../../reading/path.ts';
import type { Scheme } from '../../scheme/types.ts';
import { usedEstimates } from '../estimates/used-estimates.ts';
import { placedQuestions, tiesOf } from './placed-questions.ts';
import { ALL_RESPONDENTS, type Questionnaire } from './types.ts';

/** Each question that a rule of kind `surveyMean` takes must be asked by the form of every group that the edition asks it. */
export function checkFed(scheme: Scheme, questionnaires: readonly Questionnaire[], faults: Faults, path: Path = ROOT): void {
  const fed = new Set(
    questionnaires.flatMap((questionnaire) =>
      placedQuestions(questionnaire, ROOT)
        .flatMap(tiesOf)
        .map(({ tie }) => `${questionnaire.group} ${tie.question}`),
    ),
  );
  for (const { question, group } of usedEstimates(scheme)) {
    // What all have answered may arrive ready made.
    if (group === ALL_RESPONDENTS || fed.has(`${group} ${question}`)) continue;
    faults.add('questionNotFed', at(path, group, question), { found: `${question} (${group})` });
  }
}
