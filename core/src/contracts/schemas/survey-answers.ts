import { z } from 'zod';
import { LEFT_OUT_REASONS } from '../../survey/export/export-words.ts';
import { QUESTION_KINDS } from '../../survey/questionnaire/types.ts';
import { LANGUAGES } from '../../words/language.ts';
import { slug } from './fields.ts';
import { count } from './quantities.ts';
import { roundParams } from './sheets.ts';

const groupId = z.string().trim().min(1).max(100);

export const surveyGroupParams = roundParams.extend({ group: groupId });

/** The forms in which answers are told. */
export const ANSWERS_FORMS = ['csv', 'labelled', 'xlsx'] as const;
const inLanguage = z.enum(LANGUAGES).optional().meta({ description: 'Of the words; default: of the request' });

export const answersQuery = z.strictObject({
  as: z.enum(ANSWERS_FORMS).default('csv').meta({ description: 'csv: the codes of the form; labelled: its words as CSV; xlsx: its words as a workbook' }),
  language: inLanguage,
  body: slug.optional().meta({ description: 'Of this body alone; refused where fewer than the threshold have answered' }),
});

export const surveyCountsQuery = z.strictObject({ group: groupId });

/** How often each option was chosen; what begins with "#" stands in the place of one. */
const counts = z.record(z.string(), count);
const answeredBody = z.object({ id: slug, name: z.string(), responses: count });
/** Responses null: fewer than the threshold. */
const leftOutBodies = z.array(answeredBody.extend({ responses: count.nullable(), reason: z.enum(LEFT_OUT_REASONS) }));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const answersFilesQuery = z.strictObject({ language: inLanguage });

/** What can be downloaded of a group's answers. */
export const ANSWERS_FILES = [...ANSWERS_FORMS, 'codebook', 'syntax'] as const;

/** The files of a closed survey, by group, with what is in them and what is left out. */
export const surveyAnswersFiles = z.object({
  threshold: count,
  closedAt: z.string(),
  groups: z.array(
    z.object({
      group: z.object({ id: z.string(), title: z.string() }),
      questionnaireHash: sha256,
      /** Within the files. */
      responses: count,
      bodies: count,
      leftOut: leftOutBodies,
      /** Questions that are answered freely, whose answers are left out. */
      freeTexts: z.array(z.string()),
      /** None where no body has answers enough. */
      files: z.array(
        z.object({
          file: z.enum(ANSWERS_FILES),
          /** Responses; of a codebook and of commands the variables. */
          rows: count,
          /** The bytes as they were last made; null: not made yet. */
          made: z.object({ at: z.string(), bytes: count, sha256 }).nullable(),
        }),
      ),
    }),
  ),
});

/** Of the bodies whose answers may be told; of those left out nothing but their number, not within a total either. */
export const surveyCounts = z.object({
  group: z.object({ id: z.string(), title: z.string() }),
  questionnaireHash: sha256,
  threshold: count,
  responses: count,
  bodies: z.array(answeredBody),
  leftOut: leftOutBodies,
  questions: z.array(
    z.object({
      /** The question's id; of a row of a matrix "matrix.row". */
      id: z.string(),
      title: z.string(),
      kind: z.enum(QUESTION_KINDS),
      options: z.array(z.object({ id: z.string(), title: z.string() })),
      /** Of all bodies told; null: withheld. */
      total: z.object({ answers: count, counts }).nullable(),
      bodies: z.array(z.object({ body: slug, answers: count.nullable(), counts: counts.nullable() })),
    }),
  ),
});
