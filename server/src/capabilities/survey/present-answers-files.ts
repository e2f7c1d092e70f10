import { createHash } from 'node:crypto';
import { inLanguage, type Language } from '@parindex/core';
import { ANSWERS_FORMS, type surveyAnswersFiles } from '@parindex/core/contracts/schemas/survey-answers';
import { dayOf } from '@parindex/core/round/index';
import { codebookOf, type DescribedAnswers, freeTexts, responseTable, spssSyntaxOf } from '@parindex/core/survey/export/index';
import type { z } from 'zod';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import type { ToldAnswers } from './closed-answers.ts';
import type { MadeFile } from './queries/answers-export.ts';

export type AnswersForm = (typeof ANSWERS_FORMS)[number];

/** What a file of a round's group is called, without its ending. */
export const answersFileName = (round: string, group: string, body?: string): string =>
  ['tra-loi', round, group, ...(body === undefined ? [] : [body])].join('-');

const TRAIL_LANGUAGES: Readonly<Record<Language, string>> = { vi: 'vietnamese', en: 'english' };

/** The language of a file as the trail tells it; what is the same in every language has none. */
export const toldLanguage = (as: AnswersForm, language: Language): string | null => (as === 'csv' ? null : TRAIL_LANGUAGES[language]);

/** What codebook and commands describe. */
export const describedAnswers = (
  round: Pick<RoundRow, 'id' | 'title' | 'year' | 'ownerName'>,
  { survey, form, formHash, title, group, bodies, leftOut }: ToldAnswers,
): DescribedAnswers => ({
  ...{ form, formHash, group: title, bodies, leftOut, threshold: survey.threshold },
  round: { id: round.id, title: round.title, year: round.year, owner: round.ownerName },
  edition: { id: survey.edition, hash: survey.editionHash },
  closed: dayOf(survey.closedAt.getTime()),
  fileName: `${answersFileName(round.id, group)}.csv`,
});

/** The files of a group: of answers as they were last made, of what describes them as they are. */
export function presentAnswersFiles(
  round: RoundRow,
  told: ToldAnswers,
  made: readonly MadeFile[],
  language: Language,
): z.output<typeof surveyAnswersFiles>['groups'][number] {
  const { group, title, form, formHash, bodies, leftOut, survey } = told;
  const responses = bodies.reduce((sum, { responses: of }) => sum + of, 0);
  const answers = ANSWERS_FORMS.map((file) => {
    const last = made.find((each) => each.group === group && each.form === file && each.language === toldLanguage(file, language));
    return { file, rows: responses, made: last ? { at: last.at.toISOString(), bytes: last.bytes, sha256: last.sha256 } : null };
  });
  const described = describedAnswers(round, told);
  const describing = (file: 'codebook' | 'syntax', text: string) => ({
    file,
    rows: responseTable(form, 'codes').head.length,
    made: { at: survey.closedAt.toISOString(), bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') },
  });
  return {
    group: { id: group, title: title[language] },
    questionnaireHash: formHash,
    responses,
    bodies: bodies.length,
    leftOut: [...leftOut],
    freeTexts: freeTexts(form).map((question) => inLanguage(question.title, language) ?? question.id),
    files: bodies.length === 0 ? [] : [...answers, describing('codebook', codebookOf(described)), describing('syntax', spssSyntaxOf(described, language))],
  };
}
