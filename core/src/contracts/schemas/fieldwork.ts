import { z } from 'zod';
import { BACK_CHECK_VISIT_OUTCOMES } from '../../survey/fieldwork/back-checks.ts';
import { FIELD_OUTCOMES } from '../../survey/fieldwork/visits.ts';
import { APART_TOLD, SET_APART_REASONS } from '../../survey/set-apart.ts';
import { moment, personName, shortText, slug, uuid } from './fields.ts';
import { count } from './quantities.ts';

const groupId = z.string().trim().min(1).max(100);
const text = z.string();

/** How the addresses of a group are visited. */
export const newFieldRule = z.strictObject({
  group: groupId,
  mostVisits: z.number().int().min(1).max(20),
  replaced: z
    .array(z.enum(FIELD_OUTCOMES))
    .max(FIELD_OUTCOMES.length)
    .transform((outcomes) => FIELD_OUTCOMES.filter((outcome) => outcomes.includes(outcome))),
});

const fieldRule = z.object({ mostVisits: count, replaced: z.array(z.enum(FIELD_OUTCOMES)) });

/** How the interviews of a survey go. */
export const fieldworkAnswer = z.object({
  groups: z.array(
    z.object({
      group: z.object({ id: text, title: text }),
      rule: fieldRule.extend({ declaredBy: personName, declaredAt: moment }).nullable(),
    }),
  ),
  bodies: z.array(z.object({ id: slug, name: text })),
  /** By body, group and interviewer, in this order. */
  work: z.array(
    z.object({
      body: slug,
      group: text,
      interviewer: personName,
      /** Addresses that are theirs to visit: those of the sample, and reserves that took the place of one. */
      visited: count,
      /** In reserve, and not needed so far. */
      reserves: count,
      interviewed: count,
      /** Held, as a visit says, and not counted: still on a device, or kept apart. */
      held: count,
      /** Visited, and to be visited again. */
      again: count,
      /** Not visited yet. */
      waiting: count,
      /** Of those that came to nothing, by what they came to. */
      ended: z.array(z.object({ outcome: z.enum(FIELD_OUTCOMES), count })),
      /** The minimum response rate (AAPOR RR1), as a fraction; null where nothing is known yet. */
      rate: z.string().nullable(),
    }),
  ),
  /** Interviews, and paper forms above a quota, that count for nobody before it is decided. */
  setApart: z.array(z.object({ body: slug, group: text, reason: z.enum(SET_APART_REASONS), waiting: count, taken: count, leftOut: count })),
});

export const addressQuery = z.strictObject({
  body: slug,
  group: groupId,
  preview: z.enum(['true', 'false']).default('false').meta({ description: 'true: only reads the file' }),
});

/** What a list of addresses came to. */
export const addressesRead = z.object({
  addresses: count,
  reserves: count,
  clusters: count,
  interviewers: count,
  faults: z.array(z.object({ line: z.number().int().nullable(), place: text, code: text, message: text })),
  faultCount: count,
});

/** The villages of a body's list, with who visits them. */
export const clusterQuery = z.strictObject({ body: slug, group: groupId });
export const clustersAnswer = z.object({
  items: z.array(
    z.object({
      cluster: text,
      name: text,
      interviewer: personName,
      addresses: count,
      interviewed: count,
    }),
  ),
});

/** Gives what is left of a village to another interviewer. */
export const newAssignment = z.strictObject({
  body: slug,
  group: groupId,
  cluster: z.string().trim().min(1).max(100),
  interviewer: z.string().trim().toLowerCase().min(3).max(320).meta({ description: 'The mail address of their account' }),
});

export const setApartDecision = z.strictObject({
  body: slug,
  group: groupId,
  /** Of those that are kept apart for this. */
  because: z.enum(SET_APART_REASONS),
  take: z.boolean(),
  reason: shortText,
});
/** Those wait for which no place is left in their quota. */
export const setApartDecided = z.object({ taken: count, leftOut: count, waiting: count });

const seconds = z.number().int().min(0).max(86_400);

/** What an interviewer takes along: everything that a day without a line needs. */
export const interviewsAnswer = z.object({
  account: personName,
  surveys: z.array(
    z.object({
      round: z.object({ id: slug, title: text, owner: text }),
      group: z.object({ id: text, title: text }),
      closes: moment.nullable(),
      /** Whether interviews still count. */
      open: z.boolean(),
      rule: fieldRule,
      /** A questionnaire in normal form (parindex-questionnaire/1). */
      form: z.unknown(),
      addresses: z.array(
        z.object({
          id: uuid,
          body: z.object({ id: slug, name: text }),
          cluster: text,
          clusterName: text,
          household: text,
          address: text.nullable(),
          reserve: z.boolean(),
          place: count,
          /** Whether somebody was interviewed there, and is asked again: then the id is that of the back-check. */
          backCheck: z.boolean(),
          interviewed: z.boolean(),
          visits: z.array(z.object({ id: uuid, at: moment, outcome: z.enum(BACK_CHECK_VISIT_OUTCOMES), returnAt: moment.nullable() })),
        }),
      ),
    }),
  ),
});

export const deviceKey = z.object({ key: z.string().meta({ description: '32 bytes, base64' }) });

/** Visits as a device noted them. By its own clock, which may be wrong: `sentAt` tells by how much. */
export const notedVisits = z.strictObject({
  sentAt: moment,
  visits: z
    .array(
      z.strictObject({
        id: uuid,
        address: uuid.meta({ description: 'Of an address, or of a back-check; at that alone nobody had come before' }),
        at: moment,
        outcome: z.enum(BACK_CHECK_VISIT_OUTCOMES),
        returnAt: moment.nullable().default(null),
        note: z.string().trim().min(1).max(1_000).nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
});

/** Which of them are kept, now or before; the others are of addresses that were never the sender's. */
export const keptVisits = z.object({ kept: z.array(uuid), refused: z.array(uuid) });

export const interviewParams = z.strictObject({ id: uuid });

/** An interview as a device sends it, under the id that the device gave it. */
export const sentInterview = z.strictObject({
  address: uuid,
  /** From the first question to the last. */
  seconds,
  answers: z.record(z.string().max(100), z.unknown()),
});

export const takenInterview = z.object({
  /** accepted: it counts; repeated: it came before, and this is its receipt; setApart: it does not count, or not yet. */
  state: z.enum(['accepted', 'repeated', 'setApart']),
  /** Why it does not count; null where it does. */
  reason: z.enum(APART_TOLD).nullable(),
  receipt: text,
});
