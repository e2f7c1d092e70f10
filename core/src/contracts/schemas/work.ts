import { z } from 'zod';
import { ROLES } from '../../rights/roles.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { STEPS } from '../../round/steps.ts';
import { ROUND_PHASES, TASK_KINDS } from '../../work/tasks.ts';
import { EDITION_REQUEST_KINDS } from './edition-requests.ts';
import { editionId } from './editions.ts';
import { moment, slug, uuid } from './fields.ts';
import { ownPoints, rounding } from './points.ts';
import { count } from './quantities.ts';
import { ROUND_REQUEST_KINDS } from './round-requests.ts';

const named = z.object({ id: slug, name: z.string() });

/** One thing that waits for a person, with the one place where it is done. */
const task = z.object({
  kind: z.enum(TASK_KINDS),
  /** null: of no round. */
  round: z.object({ id: slug, title: z.string() }).nullable(),
  /** Whose sheet it is about; null: about none. */
  body: named.nullable(),
  /** How many items, parts, bodies, requests. */
  count,
  /** The points that the unanswered items hold. */
  held: z.string().nullable().meta({ description: 'n/d in lowest terms' }),
  /** Where to go on: an item by its code, a thread of comments, a question. */
  item: z.string().nullable(),
  thread: uuid.nullable(),
  question: uuid.nullable(),
  /** What is asked for in a round. */
  request: z.enum(ROUND_REQUEST_KINDS).nullable(),
  /** Of which edition, and what is asked for of it. */
  edition: z.object({ id: editionId, title: z.string(), request: z.enum(EDITION_REQUEST_KINDS) }).nullable(),
  /** When its time ends; null: at no moment. */
  closes: moment.nullable(),
  late: z.boolean(),
  /** The first of them: what it is called, what was said of it, by whom and when. */
  first: z.array(z.object({ name: z.string().nullable(), text: z.string().nullable(), by: z.string().nullable(), at: moment.nullable() })),
});

/** What waits for a person, and the rounds in which they hold an office. */
export const workAnswer = z.object({
  /** Items and figures that other bodies gave to departments of mine, with those that are approved. */
  parts: count,
  /** The most urgent first. */
  tasks: z.array(task),
  /** Those that run, the first to end first; those that have not begun; those that are over. */
  items: z.array(
    z.object({
      round: z.object({ id: slug, title: z.string(), year: z.number() }),
      phase: z.enum(ROUND_PHASES),
      role: z.enum(ROLES),
      office: named,
      /** The sheet of the office's own body; null where the office has none. */
      sheet: z
        .object({ own: ownPoints, rounding, state: z.enum(SHEET_STATES), sentUnsigned: z.boolean(), toFreeze: z.boolean(), reopened: z.boolean() })
        .nullable(),
      /** Its place among all in the running ranking, for whoever leads the body; null where the owner of the round does not show it, and without one. */
      place: z.object({ rank: count, of: count }).nullable(),
      /** For whoever oversees the round: how many bodies take part, have sent, are frozen, wait to be frozen, are late, and how far all of them are together. */
      bodies: z
        .object({
          ...{ all: count, sent: count, frozen: count, toFreeze: count, late: count, asked: count, answered: count, appraised: count },
          /** The domain in which they are least far; null where none is behind the others. */
          lowest: z.object({ code: z.string(), title: z.string(), asked: count, answered: count }).nullable(),
        })
        .nullable(),
      /** For a department: of whose sheet it was given parts, how many, and how many of them count. */
      parts: z.object({ of: named, given: count, approved: count }).nullable(),
      /** As the office's body meets them, extensions included. */
      steps: z.array(z.object({ step: z.enum(STEPS), opens: moment, closes: moment, open: z.boolean() })),
    }),
  ),
});
