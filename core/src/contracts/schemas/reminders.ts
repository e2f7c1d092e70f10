import { z } from 'zod';
import { BODY_KINDS } from '../../bodies/types.ts';
import { REMINDED_ABOUT } from '../../reminders/duty.ts';
import { REMINDER_KINDS } from '../../reminders/kinds.ts';
import { STEPS } from '../../round/steps.ts';
import { MOST_PER_PAGE } from '../limits.ts';
import { day, moment, slug, uuid } from './fields.ts';
import { ownPoints } from './points.ts';
import { REPORT_FORMATS, reportForm } from './sendings.ts';

const reminder = z.object({
  id: uuid,
  kind: z.enum(REMINDER_KINDS),
  /** The day on which it was made. */
  day,
  about: z.object({ kind: z.enum(REMINDED_ABOUT), id: slug, title: z.string() }),
  body: z.object({ id: slug, name: z.string() }),
  /** Null where it is no work of a step. */
  step: z.enum(STEPS).nullable(),
  closes: moment,
  /** In the reader's language. */
  text: z.string(),
  readAt: moment.nullable(),
});

/** The newest reminders of whoever asks. */
export const reminderList = z.object({ items: z.array(reminder), unread: z.number() });
export const remindersRead = z.strictObject({ ids: z.array(uuid).min(1).max(MOST_PER_PAGE) });

/** The address of one's calendar: whether there is one, and since when. The address itself is told when it is made, once. */
export const calendarState = z.object({ madeAt: moment.nullable() });
export const madeCalendar = z.object({ path: z.string() });
export const calendarParams = z.object({
  file: z
    .string()
    .max(60)
    .regex(/^[A-Za-z0-9_-]{43}\.ics$/),
});
export const calendarFile = z.string().meta({ description: 'text/calendar' });

/** waiting: to be sent; sending: by a process at this moment; unsure: may have gone, nobody knows; handedOver: by a person, another way. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'unsure', 'refused', 'handedOver'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const MAIL_KINDS = ['reminders', 'account', 'anchor'] as const;

const mail = z.object({
  id: uuid,
  /** Of another kind than reminders it is only sent, and never put aside. */
  kind: z.enum(MAIL_KINDS),
  to: z.object({ name: z.string(), email: z.string() }),
  day,
  subject: z.string(),
  text: z.string(),
  state: z.enum(MAIL_STATES),
  tries: z.number(),
  /** What the mail server said last. */
  told: z.string().nullable(),
  /** When it is tried again; null where it waits for nothing but its turn, or for a person. */
  nextTry: moment.nullable(),
});

/** Mails that have not gone: those that ask for a person's word first, then the newest. */
export const mailQueueAnswer = z.object({
  /** Whether a mail server is set. */
  server: z.boolean(),
  items: z.array(mail),
  /** Whether there are more than are shown. */
  more: z.boolean(),
});
/** handedOver: a person has passed it on; sendAgain: once more by the mail server. */
export const MAIL_DECISIONS = ['handedOver', 'sendAgain'] as const;
export const mailDecision = z.strictObject({ mails: z.array(uuid).min(1).max(MOST_PER_PAGE), decision: z.enum(MAIL_DECISIONS) });

const notEnded = z.object({
  body: z.object({ id: slug, name: z.string() }),
  closes: moment,
  late: z.boolean(),
  /** Of what it scores itself. */
  own: ownPoints,
  notApproved: z.number(),
  /** Items with an error in figures or their grounds, as the board counts them. */
  errors: z.number(),
});

/** Bodies that have not ended their self-assessment, as an overdue letter would list them. */
export const overdueLettersAnswer = z.object({ owner: z.string(), ownerKind: z.enum(BODY_KINDS), items: z.array(notEnded), askedAt: moment });
export const newOverdueLetter = z.strictObject({
  bodies: z.array(slug).min(1).max(1_000),
  form: reportForm.optional().meta({ description: 'Who signs it, where, and who gets it besides; left out: left blank' }),
  format: z.enum(REPORT_FORMATS).default('docx'),
});
