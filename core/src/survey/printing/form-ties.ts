import type { NumberText } from '../../quantity/number-text.ts';
import { itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import type { Title } from '../../text/title.ts';
import { usedEstimates } from '../estimates/used-estimates.ts';
import { tiedOption } from '../questionnaire/check-ties.ts';
import { questionsOf } from '../questionnaire/placed-questions.ts';
import type { Option, Questionnaire, Tie } from '../questionnaire/types.ts';

/** An option of a form, and what it weighs by the edition. */
export interface WeighedOption {
  readonly id: string;
  readonly title: Title;
  readonly weight: NumberText;
}

/** What an answer of a form counts for. */
export interface FormTie {
  readonly question: string;
  /** Of a matrix; null for a question as a whole. */
  readonly row: string | null;
  /** The edition's question that it feeds; its title where it has one. */
  readonly feeds: { readonly id: string; readonly title: Title | undefined };
  /** The items that are scored by it, in the edition's order. */
  readonly items: readonly { readonly code: string; readonly title: Title }[];
  readonly options: readonly WeighedOption[];
}

/** All that a form feeds, in the order of its questions and rows: which items, and by which weights. */
export function formTies(form: Questionnaire, scheme: Scheme): FormTie[] {
  const used = usedEstimates(scheme);
  const items = itemsOfDomains(scheme.domains);
  const told = (question: string, row: string | null, tie: Tie, options: readonly Option[]): FormTie => {
    const fed = scheme.survey.questions.find(({ id }) => id === tie.question);
    const codes = new Set(used.filter((estimate) => estimate.question === tie.question).map(({ item }) => item));
    return {
      question,
      row,
      feeds: { id: tie.question, title: fed?.title },
      items: items.filter(({ code }) => codes.has(code)).map(({ code, title }) => ({ code, title })),
      options: options.flatMap(({ id, title }) => {
        const weight = fed?.options?.find((option) => option.id === tiedOption(tie, id))?.weight;
        return weight === undefined ? [] : [{ id, title, weight }];
      }),
    };
  };
  return questionsOf(form).flatMap((question) => {
    if (question.kind === 'matrix') return question.rows.flatMap((row) => (row.feeds ? [told(question.id, row.id, row.feeds, question.options)] : []));
    if ((question.kind === 'single' || question.kind === 'scale') && question.feeds) return [told(question.id, null, question.feeds, question.options)];
    return [];
  });
}
