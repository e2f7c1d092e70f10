import { z } from 'zod';
import { BACK_CHECK_STATES } from '../../survey/fieldwork/back-checks.ts';
import { COMPARED_BY } from '../../survey/quality/option-weights.ts';
import { day, moment, personName, slug, uuid } from './fields.ts';
import { count, fraction } from './quantities.ts';

const groupId = z.string().trim().min(1).max(100);
const text = z.string();

/** What interviewers brought, and what came of asking again. */
export const backChecksAnswer = z.object({
  /** Fewer are told of in no share. */
  threshold: count,
  /** By how much the mean of an interviewer may lie from that of the others. */
  limit: text,
  /** Interviews from the first hour on and before the second are at no odd one. */
  hours: z.object({ from: text, before: text }),
  /** By body and group, as the work is. */
  interviewers: z.array(
    z.object({
      body: slug,
      group: text,
      interviewer: personName,
      /** Addresses that are theirs to visit. */
      given: count,
      interviewed: count,
      refused: count,
      notReached: count,
      /** To be visited again. */
      again: count,
      /** Visits beyond the first of an address. */
      callBacks: count,
      /** Interviews at hours at which nobody is at a door, by the visits. */
      oddHours: count,
      /** On how many days somebody was interviewed, in their order. */
      days: z.array(z.object({ day, count })),
      /** The median length, in whole minutes; null below the threshold, and once answers lead to no interviewer. */
      minutes: count.nullable(),
      /** What became of the interviews that were drawn. */
      checks: z.array(z.object({ state: z.enum(BACK_CHECK_STATES), count })),
      /** To whom they are given. */
      givenTo: z.array(personName),
      /** Answers that were the same, of those compared; null where fewer interviews were compared than the threshold. */
      agreement: z.object({ interviews: count, same: count, compared: count, share: fraction }).nullable(),
      /** Their mean beside that of the others; null below the threshold, or where one side has too few. */
      effect: z
        .object({ interviews: count, by: z.enum(COMPARED_BY), mean: fraction, otherMean: fraction, difference: fraction, isBeyond: z.boolean() })
        .nullable(),
    }),
  ),
  /** How far the answers to each question agree, of all interviewers. */
  questions: z.array(z.object({ body: slug, group: text, question: text, title: text, same: count, compared: count, share: fraction })),
  /** Households that said that nobody had come before. */
  nobodyCame: z.array(z.object({ body: slug, group: text, interviewer: personName, clusterName: text, household: text, address: text.nullable() })),
  draws: z.array(
    z.object({
      id: uuid,
      body: slug,
      group: text,
      number: count,
      percent: count,
      seed: text,
      drawnBy: personName,
      drawnAt: moment,
      /** From so many interviews, so many. */
      among: count,
      drawn: count,
    }),
  ),
});

export const newBackCheckDraw = z.strictObject({
  id: uuid.meta({ description: 'Made by whoever sends, so that a retry is recognised' }),
  body: slug,
  group: groupId,
  percent: z.number().int().min(1).max(100).meta({ description: 'Of each interviewer’s interviews that were in no draw before, rounded up, one at least' }),
});

export const backChecksDrawn = z.object({ drawn: count, among: count });

export const backCheckDrawParams = z.strictObject({ round: slug, draw: uuid });

/** Gives what is open of an interviewer's back-checks to somebody else. */
export const newBackCheckAssignment = z.strictObject({
  body: slug,
  group: groupId,
  interviewer: uuid.meta({ description: 'Who held the interviews' }),
  checker: z.string().trim().toLowerCase().min(3).max(320).meta({ description: 'The mail address of the account of who asks again' }),
});

export const backChecksGiven = z.object({ given: count });
