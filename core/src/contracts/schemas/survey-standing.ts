import { z } from 'zod';
import { NO_RATE_BECAUSE } from '../../survey/outcomes/rates.ts';
import { REPLACEMENT_REASONS } from '../../survey/respondents/replacement.ts';
import { day, slug } from './fields.ts';
import { count, fraction } from './quantities.ts';

const groupId = z.string().trim().min(1).max(100);

export const surveyStandingQuery = z.strictObject({
  body: slug.optional().meta({ description: 'Of this body alone' }),
  group: groupId.optional().meta({ description: 'Of this group alone' }),
});

/** A rate of AAPOR as an exact fraction; null where nothing stands in its denominator. */
const rate = z.object({ share: fraction.nullable(), cases: count, among: count, because: z.enum(NO_RATE_BECAUSE).nullable() });

const standing = {
  listed: count,
  invited: count,
  answered: count,
  /** Begun and not sent, at most. */
  drafts: count,
  /** Listed and not answered. */
  left: count,
  replaced: z.partialRecord(z.enum(REPLACEMENT_REASONS), count),
  partial: count,
  brokenOff: count,
  flagged: count,
  /** Noticed, and nobody has decided. */
  undecided: count,
  setAside: count,
  rr1: rate,
  rr2: rate,
};

/** How a survey stands: counts of groups of bodies alone, never who. */
export const surveyStanding = z.object({
  threshold: count,
  totals: z.object(standing),
  /** Households at which an interview was held, as their interviewers noted, that has not come. */
  awaitedInterviews: count,
  rows: z.array(z.object({ body: z.object({ id: slug, name: z.string() }), group: z.string(), ...standing })),
  /** How many forms came on each day; null where fewer than the threshold have come. */
  days: z.array(z.object({ day, sent: count })).nullable(),
});
