import { inLanguage, type Language, type Scheme } from '@parindex/core';
import { ALL_RESPONDENTS, type Questionnaire, questionsOf } from '@parindex/core/survey/index';
import { formTies } from '@parindex/core/survey/printing/form-ties';
import { CITIZENS_NAME } from '@parindex/core/words/survey-words';

/** A questionnaire in a list: whom it asks, and what its answers count for. */
export function presentQuestionnaire(form: Questionnaire, hash: string, scheme: Scheme, language: Language) {
  const asked = form.group === ALL_RESPONDENTS ? CITIZENS_NAME : scheme.survey.groups.find(({ id }) => id === form.group)?.title;
  const text = (title: Parameters<typeof inLanguage>[0]) => inLanguage(title, language) ?? '';
  return {
    group: form.group,
    groupTitle: inLanguage(asked, language) ?? form.group,
    title: text(form.title),
    status: form.status,
    questions: questionsOf(form).length,
    hash,
    ties: formTies(form, scheme).map(({ question, row, feeds, items, options }) => ({
      question,
      row,
      feeds: { id: feeds.id, title: inLanguage(feeds.title, language) ?? null },
      items: items.map(({ code, title }) => ({ code, title: text(title) })),
      options: options.map(({ id, title, weight }) => ({ id, title: text(title), weight })),
    })),
  };
}
