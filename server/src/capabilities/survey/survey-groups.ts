import { inLanguage, schemeNames } from '@parindex/core';
import { ALL_RESPONDENTS, type Questionnaire } from '@parindex/core/survey/index';
import type { RespondentGroup } from '@parindex/core/survey/respondents/index';
import { CITIZENS_NAME } from '@parindex/core/words/survey-words';
import type { Reading } from '../../db/transaction.ts';
import { findQuestionnaires } from '../editions/queries/questionnaires.ts';
import { schemeOfEdition } from '../rounds/scheme.ts';

/** A group of respondents with the form that it is asked by. */
export interface SurveyGroup extends RespondentGroup {
  readonly form: Questionnaire;
}

/** The groups that the questionnaires beside an edition ask, in the order of the edition; none where it has no questionnaires. */
export async function readSurveyGroups(db: Reading, edition: string | null): Promise<SurveyGroup[]> {
  const [scheme, forms] = [await schemeOfEdition(db, edition), edition === null ? [] : await findQuestionnaires(db, edition)];
  if (!scheme) return [];
  const [vi, en] = [schemeNames(scheme, 'vi'), schemeNames(scheme, 'en')];
  const order = scheme.survey.groups.map(({ id }) => id);
  return forms
    .map(
      (form): SurveyGroup => ({
        form,
        id: form.group,
        title: form.group === ALL_RESPONDENTS ? CITIZENS_NAME : { vi: vi.surveyGroup(form.group), en: en.surveyGroup(form.group) },
      }),
    )
    .toSorted((one, other) => placeIn(order, one.id) - placeIn(order, other.id));
}

/** Citizens, who are no group of the edition, stand last. */
const placeIn = (order: readonly string[], id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);

/** What the form of a group is called. */
export const questionnaireTitle = ({ form, title }: SurveyGroup, language: 'vi' | 'en'): string => inLanguage(form.title, language) ?? title[language];
