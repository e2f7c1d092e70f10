import { z } from 'zod';
import { QUOTA_STRATA } from '../../survey/quotas.ts';
import { moment, personName, slug, uuid } from './fields.ts';
import { count } from './quantities.ts';

/** Most responses that a quota takes. */
const MOST = 1_000_000;
const most = z.number().int().min(1).max(MOST);

export const newSurveyQuota = z.strictObject({
  id: uuid.meta({ description: 'Made by whoever sends, so that a retry is recognised' }),
  number: z.number().int().min(1).max(1_000).meta({ description: 'One more than the declarations of this quota that were seen' }),
  body: slug,
  group: z.string().trim().min(1).max(100),
  stratum: z.enum(QUOTA_STRATA),
  value: z
    .string()
    .max(500)
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .default('')
    .meta({ description: 'As the list has it, in whatever letters; a village by its code; nothing of the whole group' }),
  most: most.meta({ description: 'As many responses are taken, and none beyond; not below the threshold of the survey' }),
  aimed: most.optional().meta({ description: 'As many are aimed at' }),
  reason: z.string().trim().min(1).max(1_000).optional().meta({ description: 'Needed once somebody of the group has answered' }),
});

const declaration = z.object({
  number: count,
  most: count,
  aimed: count.nullable(),
  reason: z.string().nullable(),
  by: personName,
  at: moment,
});

export const surveyQuotas = z.object({
  threshold: count,
  items: z.array(
    z.object({
      body: z.object({ id: slug, name: z.string() }),
      group: z.string(),
      stratum: z.enum(QUOTA_STRATA),
      value: z.string(),
      /** How many are on the lists of whom it is. */
      listed: count,
      /** So many places are taken, at least: in steps of the threshold, as fewer are never told of. */
      atLeast: count,
      full: z.boolean(),
      /** In their order: the last holds. */
      declarations: z.array(declaration).min(1),
    }),
  ),
});
