import { z } from 'zod';
import { INTEREST_KINDS, OWN_CAUSE_GROUNDS } from '../../appraisal/own-cause.ts';
import { day, longText, moment, personName, slug, uuid } from './fields.ts';
import { roundParams } from './sheets.ts';

const named = z.object({ id: slug, name: z.string() });

/** Why somebody does not decide on a sheet; with the last day on which a former membership counts. */
export const ownCauseGrounds = z.array(z.object({ ground: z.enum(OWN_CAUSE_GROUNDS), until: day.nullable() }));
const ownCauseOfBody = z.object({ body: named, grounds: ownCauseGrounds });

const performed = z.object({ by: personName, at: moment });

/** What was declared about a person and a body. */
export const interest = z.object({
  id: uuid,
  person: personName,
  body: named,
  kind: z.enum(INTEREST_KINDS),
  reason: z.string(),
  declared: performed,
  withdrawn: performed.extend({ reason: z.string() }).nullable(),
});

export const interestList = z.object({
  /** The sheets on which the asker does not decide. */
  causes: z.array(ownCauseOfBody),
  /** For how many months a former membership counts in this round. */
  months: z.number().int(),
  /** The asker's own; for owners of the round those of all. */
  interests: z.array(interest),
  /** Bodies of the round, about which something may be declared. */
  bodies: z.array(named),
  /** Whose interests the asker may record beside their own. */
  persons: z.array(personName),
});

export const newInterest = z.strictObject({
  id: uuid,
  body: slug,
  kind: z.enum(INTEREST_KINDS),
  reason: longText.meta({ description: 'What the interest is' }),
  person: uuid.optional().meta({ description: 'Whose it is; absent: of whoever sends it' }),
});
export const interestParams = roundParams.extend({ interest: uuid });
export const withdrawnInterest = z.strictObject({ reason: longText });
