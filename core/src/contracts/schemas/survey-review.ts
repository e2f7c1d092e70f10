import { z } from 'zod';
import { RESPONSE_MODES } from '../../survey/export/columns.ts';
import { RESPONSE_DECISIONS } from '../../survey/quality/decisions.ts';
import { RESPONSE_FLAGS } from '../../survey/quality/flags.ts';
import { moment, pageOf, pageQuery, personName, slug, uuid } from './fields.ts';
import { count } from './quantities.ts';
import { roundParams } from './sheets.ts';

/** Which forms: noticed and not decided on, accepted, set aside. */
export const REVIEW_STATES = ['undecided', ...RESPONSE_DECISIONS] as const;

export const reviewedFormsQuery = pageQuery.extend({
  state: z.enum(REVIEW_STATES).optional().meta({ description: 'Default: all' }),
  body: slug.optional(),
  group: z.string().trim().min(1).max(100).optional(),
});

export const reviewedFormParams = roundParams.extend({ form: uuid });

const reviewedForm = z.object({
  /** Made by chance; it leads to nobody. */
  id: uuid,
  body: z.object({ id: slug, name: z.string() }),
  group: z.string(),
  flags: z.array(z.object({ code: z.enum(RESPONSE_FLAGS), text: z.string() })),
  state: z.enum(REVIEW_STATES),
  /** What was decided, in its order: the last holds. */
  reviews: z.array(z.object({ number: count, decision: z.enum(RESPONSE_DECISIONS), reason: z.string().nullable(), by: personName, at: moment })),
});

export const reviewedForms = pageOf(reviewedForm).extend({
  /** How many there are by state, whatever state is asked for. */
  counts: z.record(z.enum(REVIEW_STATES), count),
});

export const formToReview = reviewedForm.extend({
  mode: z.enum(RESPONSE_MODES).nullable(),
  /** What was asked and answered; what was written freely is left out. */
  answers: z.array(z.object({ question: z.string(), answer: z.string().nullable() })),
});

export const newFormReview = z.strictObject({
  id: uuid.meta({ description: 'Made by whoever sends, so that a retry is recognised' }),
  number: z.number().int().min(1).max(1_000).meta({ description: 'One more than the decisions that were seen' }),
  decision: z.enum(RESPONSE_DECISIONS),
  reason: z.string().trim().min(1).max(2_000).optional().meta({ description: 'Needed where it is set aside' }),
});
