import { z } from 'zod';
import { STAGES } from '../../ledger/entry.ts';
import { moment, personName, slug, uuid } from './fields.ts';

const figureId = z.string().min(1).max(100);
const named = z.object({ body: slug, name: z.string() });

/** From which round, of which of its figures, and of which of its bodies: of a block, of those named, of all. */
const wanted = {
  figure: figureId,
  sourceRound: slug,
  sourceFigure: figureId,
  block: z.string().min(1).max(300).optional(),
  bodies: z.array(slug).min(1).max(1_000).optional(),
};

export const rollUpWanted = z.strictObject(wanted);

export const newRollUp = z.strictObject({
  ...wanted,
  id: uuid,
  base: z.number().int().min(0).max(2_147_483_647),
  /** The sum that was seen: another one is not written. */
  sum: z.string().max(30),
  /** Every body without a figure, by name: none is left out unseen. */
  without: z.array(slug).max(1_000).default([]),
  reason: z.string().trim().min(1).max(2_000).optional(),
});

const component = named.extend({ value: z.string(), stage: z.enum(STAGES), seq: z.number(), at: moment });

const made = z.object({
  entry: uuid,
  sourceRound: slug,
  sourceFigure: z.string(),
  components: z.array(component),
  without: z.array(named),
  reason: z.string().nullable(),
  madeBy: personName,
  madeAt: moment,
});

export const rollUpPreview = z.object({
  seq: z.number(),
  /** null where no body has the figure. */
  sum: z.string().nullable(),
  /** What stands in the sheet. */
  standing: z.union([z.string(), z.boolean()]).nullable(),
  /** `before`: what the body had in the roll-up before this one. */
  components: z.array(component.extend({ before: z.string().nullable() })),
  missing: z.array(named),
  blocks: z.array(z.string()),
});

export const rollUpQuery = z.strictObject({ figure: figureId });
export const rollUpList = z.object({ items: z.array(made) });
