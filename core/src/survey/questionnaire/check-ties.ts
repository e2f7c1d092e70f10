import type { Faults } from '../../reading/faults.ts';
import { at, type Path } from '../../reading/path.ts';
import type { Draft } from '../../reading/shape.ts';
import type { Scheme, SurveyQuestion } from '../../scheme/types.ts';
import { placedQuestions, tiesOf } from './placed-questions.ts';
import { ALL_RESPONDENTS, type Questionnaire, type Tie } from './types.ts';

const questionById = (scheme: Scheme, id: string | undefined): SurveyQuestion | undefined => scheme.survey.questions.find((question) => question.id === id);

/** Which option of the edition's question an option of the form counts as. */
export const tiedOption = ({ options }: Tie, option: string): string => (options && Object.hasOwn(options, option) ? (options[option] as string) : option);

/** Titles and options that a tied question leaves out are the edition's. */
export function takeFromEdition(draft: Draft<Questionnaire>, scheme: Scheme): void {
  for (const { question } of placedQuestions(draft, null)) {
    if (question.kind === 'single' || question.kind === 'scale') {
      const tied = questionById(scheme, question.feeds?.question);
      if (!question.title && tied?.title) question.title = tied.title;
      if (question.options?.length === 0) question.options = titledOptions(tied);
    }
    if (question.kind === 'matrix') {
      for (const row of question.rows ?? []) {
        const tied = questionById(scheme, row?.feeds?.question);
        if (row && !row.title && tied?.title) row.title = tied.title;
      }
      if (question.options?.length === 0) question.options = titledOptions(questionById(scheme, question.rows?.find((row) => row?.feeds)?.feeds?.question));
    }
  }
}

const titledOptions = (question: SurveyQuestion | undefined) => (question?.options ?? []).flatMap(({ id, title }) => (title ? [{ id, title }] : []));

/** A tie must lead to a question that this group is asked, each of its options to one with a weight, and none may be fed twice. */
export function checkTies(draft: Draft<Questionnaire>, scheme: Scheme, path: Path, faults: Faults): void {
  if (draft.scheme !== undefined && draft.scheme !== scheme.id) faults.add('unknownId', at(path, 'scheme'), { found: draft.scheme });
  const groups = new Set([...scheme.survey.groups.map(({ id }) => id), ALL_RESPONDENTS]);
  if (draft.group !== undefined && !groups.has(draft.group)) faults.add('unknownId', at(path, 'group'), { found: draft.group });
  const fed = new Set<string>();
  for (const placed of placedQuestions(draft, path))
    for (const { tie, options, path: where } of tiesOf(placed)) {
      if (tie.question === undefined) continue;
      const question = questionById(scheme, tie.question);
      if (!question || (draft.group !== undefined && !asks(question, draft.group))) {
        faults.add('unknownId', where, { found: tie.question });
        continue;
      }
      if (fed.has(tie.question)) faults.add('duplicateId', where, { found: tie.question });
      fed.add(tie.question);
      const weighed = new Set((question.options ?? []).map(({ id }) => id));
      const ids = options.flatMap((option) => option?.id ?? []);
      for (const id of Object.keys(tie.options ?? {})) if (!ids.includes(id)) faults.add('unknownId', at(where, 'options', id), { found: id });
      for (const id of ids) if (!weighed.has(tiedOption(tie as Tie, id))) faults.add('optionWithoutWeight', where, { found: id });
    }
}

/** Whether a question of the edition is put to a group; estimates of all respondents come from citizens. */
const asks = ({ groups }: SurveyQuestion, group: string): boolean => group === ALL_RESPONDENTS || !groups || groups.includes(group);
