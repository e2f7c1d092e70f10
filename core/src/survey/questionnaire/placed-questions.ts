import { at, type Path } from '../../reading/path.ts';
import type { Draft } from '../../reading/shape.ts';
import type { Question, Questionnaire, Tie } from './types.ts';

export interface PlacedQuestion {
  readonly question: Draft<Question>;
  readonly path: Path;
}

/** The questions of a form as far as it could be read, in their order, each with its place. */
export const placedQuestions = (draft: Pick<Draft<Questionnaire>, 'pages'>, path: Path): PlacedQuestion[] =>
  (draft.pages ?? []).flatMap((page, pageIndex) =>
    (page?.questions ?? []).flatMap((question, index) =>
      question ? [{ question: question as Draft<Question>, path: at(path, 'pages', pageIndex, 'questions', index) }] : [],
    ),
  );

/** The questions of a form in its order. */
export const questionsOf = ({ pages }: Questionnaire): Question[] => pages.flatMap(({ questions }) => questions);

export interface PlacedTie {
  readonly tie: Draft<Tie>;
  readonly options: readonly (Draft<{ id: string }> | undefined)[];
  readonly path: Path;
}

/** The ties of a question: one, or one a row. */
export function tiesOf({ question, path }: PlacedQuestion): PlacedTie[] {
  if (question.kind === 'matrix')
    return (question.rows ?? []).flatMap((row, index) =>
      row?.feeds ? [{ tie: row.feeds, options: question.options ?? [], path: at(path, 'rows', index, 'feeds') }] : [],
    );
  if ((question.kind === 'single' || question.kind === 'scale') && question.feeds)
    return [{ tie: question.feeds, options: question.options ?? [], path: at(path, 'feeds') }];
  return [];
}
