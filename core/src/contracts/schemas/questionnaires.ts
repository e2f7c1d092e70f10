import { z } from 'zod';
import { SCHEME_STATUSES } from '../../scheme/types.ts';
import { LANGUAGES } from '../../words/language.ts';
import { editionParams } from './editions.ts';
import { count } from './quantities.ts';

export const questionnaireParams = editionParams.extend({ group: z.string().min(1).max(100).meta({ description: 'A group of the edition, or `all`' }) });

/** The forms in which a questionnaire is printed. */
export const QUESTIONNAIRE_FORMATS = ['docx', 'pdf', 'html'] as const;
export const questionnaireFileQuery = z.strictObject({
  as: z.enum(QUESTIONNAIRE_FORMATS).default('pdf'),
  language: z.enum(LANGUAGES).optional().meta({ description: 'Of the form; default: of the request' }),
});

/** What answers to a question, or to a row of it, count for. */
const tie = z.object({
  question: z.string(),
  row: z.string().nullable(),
  feeds: z.object({ id: z.string(), title: z.string().nullable() }).meta({ description: "The edition's question" }),
  items: z.array(z.object({ code: z.string(), title: z.string() })),
  options: z
    .array(z.object({ id: z.string(), title: z.string(), weight: z.string() }))
    .meta({ description: 'As the edition weighs them; as the form words them' }),
});

export const questionnaireList = z.object({
  items: z.array(
    z.object({
      group: z.string(),
      groupTitle: z.string(),
      title: z.string(),
      status: z.enum(SCHEME_STATUSES),
      questions: count,
      hash: z.string(),
      ties: z.array(tie),
    }),
  ),
});

/** A questionnaire as it is written, YAML or JSON; `seen`: the hash of the one it replaces, null where there is none. */
export const broughtQuestionnaire = z.strictObject({
  document: z.string().min(1).max(500_000),
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

export const questionnaireBrought = z.object({ group: z.string(), hash: z.string() });
