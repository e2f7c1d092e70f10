import { z } from 'zod';
import { ABSENT_BECAUSE } from '../../survey/estimates/estimates-of.ts';
import { slug, uuid } from './fields.ts';
import { count } from './quantities.ts';

/** Ended before its step is over: with a reason. */
export const surveyEnd = z.strictObject({ reason: z.string().trim().min(1).max(1_000).optional() });

const place = { body: slug, group: z.string(), question: z.string() };

export const proposedEstimates = z.object({
  /** The delivery that waits for an owner of the round to agree. */
  delivery: uuid,
  estimates: count,
  /** There is none, and why: nothing stands for it, least of all a zero. */
  absent: z.array(z.object({ ...place, because: z.enum(ABSENT_BECAUSE), why: z.string() })),
  /** Left out since fewer have answered than the survey's threshold; how many is not said. */
  protected: z.array(z.object(place)),
  /** Forms that a reviewer has set aside, of which no estimate is made. */
  setAside: count,
});
