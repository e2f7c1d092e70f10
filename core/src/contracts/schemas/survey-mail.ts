import { z } from 'zod';
import { moment, personName, slug, uuid } from './fields.ts';
import { count } from './quantities.ts';

/** What mails to respondents are for; again: to those of whom nobody knows whether their last mail went. */
export const MAILING_KINDS = ['invitation', 'reminder', 'again'] as const;
export type MailingKind = (typeof MAILING_KINDS)[number];

/** How a call of mails stands; asked: of reminders no more is told; stopped: the survey takes no answers any more, or whoever asked does not lead it any more. */
export const MAILING_STATES = ['asked', 'going', 'done', 'stopped'] as const;

export const newMailing = z.strictObject({
  id: uuid.meta({ description: 'Made by whoever sends, so that a retry is recognised' }),
  kind: z.enum(MAILING_KINDS).meta({
    description: 'invitation: those without a link; reminder: those with one who have not answered; again: those of whom nobody knows whether their mail went',
  }),
  body: slug.optional().meta({ description: 'Default: all bodies whose lists are confirmed' }),
  group: z.string().trim().min(1).max(100).optional(),
});

const place = z.object({ id: slug, name: z.string() });

export const surveyMails = z.object({
  /** Whether there is a mail server. */
  sends: z.boolean(),
  /** What became of the last mail to each of those listed, whether they have answered or not. */
  bodies: z.array(z.object({ body: place, listed: count, withoutAddress: count, sent: count, undeliverable: count, unsure: count })),
  /** The latest first. To how many a reminder goes is not told: it would tell how many of those with an address have answered. */
  mailings: z.array(
    z.object({
      id: uuid,
      kind: z.enum(MAILING_KINDS),
      body: place.nullable(),
      group: z.string().nullable(),
      askedBy: personName,
      askedAt: moment,
      state: z.enum(MAILING_STATES),
      /** How far it has come, of 100; null of reminders. */
      percent: z.number().int().min(0).max(100).nullable(),
    }),
  ),
});

/** Why a mail does not reach somebody. */
export const UNREACHED_STATES = ['withoutAddress', 'undeliverable', 'unsure'] as const;

/** Whom mails do not reach; whether they have answered is not told. */
export const unreachedPeople = z.object({
  /** At most so many; the count is of all. */
  count,
  items: z.array(
    z.object({
      id: uuid,
      body: place,
      group: z.string(),
      name: z.string(),
      mail: z.string().nullable(),
      state: z.enum(UNREACHED_STATES),
      /** What the mail server said, in its own words. */
      told: z.string().nullable(),
    }),
  ),
});
