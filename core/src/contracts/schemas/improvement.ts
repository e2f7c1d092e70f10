import { z } from 'zod';
import { IMPROVEMENT_STATES } from '../../round/improvement-states.ts';
import { day, decision, longText, moment, personName, shortText, slug } from './fields.ts';

/** As many as an edition has items. */
const MOST_TASKS = 500;

const task = {
  item: z.string().min(1).max(100),
  /** What is to be done. */
  measure: longText,
  /** What it is to give; null where that is not said. */
  product: longText.nullable(),
  /** Which unit or person leads it. */
  lead: shortText,
  due: day,
  state: z.enum(IMPROVEMENT_STATES),
  /** What came of it, or why it is given up; null while it is open. */
  note: longText.nullable(),
  /** The document in which the result stands, where there is one. */
  document: decision.nullable(),
};

export const setTasks = z.strictObject({
  tasks: z
    .array(
      z.strictObject({
        ...task,
        product: task.product.default(null),
        version: z.number().int().min(0).max(2_147_483_647).meta({ description: 'That was seen; 0: there is no task yet' }),
      }),
    )
    .min(1)
    .max(MOST_TASKS),
});

const toldTask = z.object({
  ...task,
  measure: z.string(),
  product: z.string().nullable(),
  lead: z.string(),
  note: z.string().nullable(),
  title: z.string(),
  version: z.number(),
  late: z.boolean(),
  changedBy: personName,
  changedAt: moment,
});

export const improvementTasks = z.object({
  round: slug,
  body: slug,
  mayWrite: z.boolean(),
  tasks: z.array(toldTask),
  /** Of the round that this one was copied from, by the items of this round's edition; null where it has none. */
  before: z.object({ round: slug, title: z.string(), tasks: z.array(toldTask) }).nullable(),
});

export const improvementPlanQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('docx') });
