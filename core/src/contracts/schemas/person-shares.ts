import { z } from 'zod';
import { DISTRIBUTED_BY, DISTRIBUTION_WAYS } from '../../appraisal/distribute.ts';
import { MOST_PARTS } from '../limits.ts';
import { moment, personName, slug, uuid } from './fields.ts';
import { roundParams } from './sheets.ts';

const named = z.object({ id: slug, name: z.string() });
const count = z.number().int().min(0);
const itemCode = z.string().min(1).max(100);
const piece = z.object({ item: itemCode, body: slug });

/** Items of bodies that are to be appraised, and those of them that are decided. */
const progress = { pieces: count, decided: count };

export const distributionQuery = z.strictObject({ office: slug.optional().meta({ description: 'Of which appraising body; absent: of the first' }) });

export const distributionAnswer = z.object({
  /** The appraising bodies among whose people the asker distributes. */
  offices: z.array(named),
  office: named.extend({
    items: z.array(z.object({ code: itemCode, title: z.string() })),
    bodies: z.array(named),
    /** Whether fewer than two people appraise for it, where the round wants a second one for a change beyond its threshold. */
    alone: z.boolean(),
    ...progress,
    /** Given to nobody by name: it belongs to all of them. */
    ungiven: z.object(progress),
    persons: z.array(
      personName.extend({
        ...progress,
        /** Bodies of the round that they do not appraise. */
        causes: z.array(slug),
      }),
    ),
    shares: z.array(
      z.object({
        id: uuid,
        item: itemCode.nullable().meta({ description: 'null: every item' }),
        body: slug.nullable().meta({ description: 'null: every body' }),
        person: personName,
        assignedBy: personName,
        assignedAt: moment,
        /** Of what it says, what is theirs by it: a narrower share goes before. */
        ...progress,
      }),
    ),
  }),
});

export const officeParams = roundParams.extend({ office: slug });

export const newPersonShares = z.strictObject({
  shares: z
    .array(
      z.strictObject({
        id: uuid,
        person: uuid,
        item: itemCode.optional().meta({ description: 'Absent: every item' }),
        body: slug.optional().meta({ description: 'Absent: every body' }),
      }),
    )
    .min(1)
    .max(MOST_PARTS),
});
export const endedPersonShares = z.strictObject({ ids: z.array(uuid).min(1).max(MOST_PARTS) });

export const newHandingOver = z.strictObject({ from: uuid, to: uuid });
export const handedOverAnswer = z.object({
  /** Shares that passed. */
  given: count,
  /** What the other may not take, as it is their own cause: it stays. */
  left: z.array(piece),
});

const distributing = {
  by: z.enum(DISTRIBUTED_BY),
  way: z.enum(DISTRIBUTION_WAYS),
  seed: z.string().trim().min(1).max(100).meta({ description: 'The same seed over the same work gives the same shares; recorded' }),
};
/** Who gets something; absent: all who appraise for the body. */
export const distributionPreviewQuery = z.strictObject({
  ...distributing,
  persons: z
    .string()
    .regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/)
    .max(4_000)
    .optional(),
});
export const newDistribution = z.strictObject({
  ...distributing,
  persons: z.array(uuid).min(1).max(100).optional(),
  digest: z.string().max(100).meta({ description: 'Of the preview that was agreed to' }),
});
export const distributionPreview = z.object({
  digest: z.string(),
  /** What would be given: shares by person, with what each would have before and after. */
  persons: z.array(personName.extend({ before: count, after: count, shares: count })),
  /** What nobody of them may take, with every one of them in their own cause. */
  nobody: z.array(piece),
});
