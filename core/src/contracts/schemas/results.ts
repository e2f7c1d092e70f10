import { z } from 'zod';
import { REASONS_WITHOUT_INDEX } from '../../scoring/result.ts';
import { moment, slug } from './fields.ts';
import { fraction, index as reckonedIndex } from './quantities.ts';

const index = reckonedIndex.nullable();
const summary = z.object({
  count: z.number(),
  mean: index,
  median: index,
  q1: index,
  q3: index,
  min: index,
  max: index,
  classes: z.record(z.string(), z.number()),
});

/** A round ranked as its sheets stand: nothing of it is published. */
export const rankingAnswer = z.object({
  round: slug,
  year: z.number(),
  edition: z.string(),
  /** The hash of the snapshot that it was computed from. */
  snapshot: z.string(),
  computedAt: moment,
  /** In the order of the round's participants; those without ranks among them. */
  bodies: z.array(
    z.object({
      id: slug,
      name: z.string(),
      code: z.string().nullable(),
      block: z.string().nullable(),
      points: fraction,
      maximum: fraction,
      total: fraction.nullable(),
      index,
      rank: z.number().nullable(),
      class: z.string().nullable(),
      reason: z.enum(REASONS_WITHOUT_INDEX).nullable(),
      /** The same if every claim of every body that nothing arose were confirmed; null where nobody claims anything. */
      ifConfirmed: z.object({ points: fraction, maximum: fraction, total: fraction.nullable(), index, rank: z.number().nullable() }).nullable(),
    }),
  ),
  summary: z.object({ all: summary, blocks: z.record(z.string(), summary) }),
  /** Bodies that could not be scored, with what is wrong. */
  unscored: z.array(z.object({ id: slug, name: z.string(), faults: z.array(z.object({ path: z.string(), message: z.string() })) })),
});
