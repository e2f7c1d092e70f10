import type { Faults } from '../../reading/faults.ts';
import { at, type Path, ROOT } from '../../reading/path.ts';
import type { SurveyMeanRule } from '../../rules/kinds/survey-mean.ts';
import type { Rule } from '../../rules/registry.ts';
import { itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import { placedQuestions, tiesOf } from './placed-questions.ts';
import type { Questionnaire } from './types.ts';

export interface Fed {
  /** The edition's question. */
  readonly question: string;
  readonly group: string;
}

/** Which questions of the edition the forms feed, and by whom they are answered. */
export const fedBy = (questionnaires: readonly Questionnaire[]): Fed[] =>
  questionnaires.flatMap((questionnaire) =>
    placedQuestions(questionnaire, ROOT)
      .flatMap(tiesOf)
      .map(({ tie }) => ({ question: tie.question as string, group: questionnaire.group })),
  );

/** Whom an edition asks a question: those that it names, or all its groups. */
export const groupsAsked = (scheme: Scheme, question: string): string[] =>
  scheme.survey.questions.find(({ id }) => id === question)?.groups ?? scheme.survey.groups.map(({ id }) => id);

/** The means that a rule takes, those in its cases too. */
const meansOf = (rule: Rule): SurveyMeanRule[] =>
  rule.kind === 'surveyMean'
    ? [rule]
    : rule.kind === 'branch'
      ? [...rule.cases.map((each) => each.rule), ...(rule.otherwise === 'notApplicable' ? [] : [rule.otherwise])].flatMap(meansOf)
      : [];

/** Each question that a rule of kind `surveyMean` takes must be asked by the form of every group that the edition asks it. */
export function checkFed(scheme: Scheme, questionnaires: readonly Questionnaire[], faults: Faults, path: Path = ROOT): void {
  const fed = new Set(fedBy(questionnaires).map(({ question, group }) => `${group} ${question}`));
  for (const item of itemsOfDomains(scheme.domains)) {
    for (const { id } of meansOf(item.rule).flatMap(({ questions }) => questions))
      for (const group of groupsAsked(scheme, id))
        if (!fed.has(`${group} ${id}`)) faults.add('questionNotFed', at(path, group, id), { found: `${id} (${group})` });
  }
}
