import { z } from 'zod';
import { QUESTION_KINDS } from '../../survey/questionnaire/types.ts';
import { slug } from './fields.ts';
import { count } from './quantities.ts';
import { roundParams } from './sheets.ts';

const groupId = z.string().trim().min(1).max(100);

export const surveyGroupParams = roundParams.extend({ group: groupId });

export const answersQuery = z.strictObject({
  as: z.enum(['csv', 'labelled']).default('csv').meta({ description: 'csv: the codes of the form; labelled: its words' }),
  body: slug.optional().meta({ description: 'Of this body alone; refused where fewer than the threshold have answered' }),
});

export const surveyCountsQuery = z.strictObject({ group: groupId });

/** How often each option was chosen; what begins with "#" stands in the place of one. */
const counts = z.record(z.string(), count);
const answeredBodies = z.array(z.object({ id: slug, name: z.string(), responses: count }));

/** Of the bodies whose answers may be told; of those left out nothing, not within a total either. */
export const surveyCounts = z.object({
  group: z.object({ id: z.string(), title: z.string() }),
  questionnaireHash: z.string().regex(/^[0-9a-f]{64}$/),
  threshold: count,
  responses: count,
  bodies: answeredBodies,
  leftOut: answeredBodies,
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
