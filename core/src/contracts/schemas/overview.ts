import { z } from 'zod';
import { day, moment, slug } from './fields.ts';
import { count, fraction } from './quantities.ts';
import { reckoned } from './reckoned.ts';
import { roundParams } from './sheets.ts';

/** A round's pace: the step in which bodies declare, how many items they have to score in all, and how many of them were begun on which day. */
const pace = z.object({ opens: moment.nullable(), closes: moment.nullable(), asked: count, days: z.array(z.object({ day, count })) });

const lost = {
  code: z.string(),
  domain: z.string(),
  title: z.string(),
  answered: count,
  claimed: count,
  unanswered: count,
};

export const overviewAnswer = z.object({
  ...reckoned,
  bodies: count,
  pace,
  /** Of the round that this one was copied from. */
  before: z.object({ round: slug, title: z.string(), year: z.number(), ...pace.shape }).nullable(),
  /** Every item that bodies score themselves, in the scheme's order. */
  items: z.array(
    z.object({
      ...lost,
      /** Of those who have answered, how many do not have the maximum, and what they lack together. */
      losing: count,
      lost: fraction,
      /** Of the maximum of those who have answered, in percent. */
      share: fraction,
      mean: fraction.nullable(),
      most: fraction.nullable(),
    }),
  ),
});

export const itemSpreadParams = roundParams.extend({ item: z.string().min(1).max(100) });

export const itemSpreadAnswer = z.object({
  ...reckoned,
  ...lost,
  mean: fraction.nullable(),
  /** Of those who have answered, rising; bodies in the round's order. */
  values: z.array(z.object({ points: fraction, maximum: fraction, bodies: z.array(z.object({ id: slug, name: z.string() })) })),
});
