import { z } from 'zod';
import { ANSWERERS } from '../../progress/count-sheet.ts';
import { PACES } from '../../progress/pace.ts';
import { WAITS } from '../../progress/waits.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { STEPS } from '../../round/steps.ts';
import { ITEM_STATES } from '../../scoring/result.ts';
import { moment, slug } from './fields.ts';
import { ownPoints } from './points.ts';
import { count, fraction } from './quantities.ts';
import { reckoned, reckonedOf } from './reckoned.ts';

/** Of a domain or a sheet, what the body scores itself: items asked and answered, decided on by appraisers, points over their maximum. */
const counts = { ...ownPoints.shape, appraised: count, /** Of the items that have points. */ scoredMaximum: fraction };

const pace = z.object({ kind: z.enum(PACES), daysWorked: count.nullable(), daysNeeded: count.nullable(), daysLeft: count.nullable() });

/** What a sheet waits for; of an appraisal, in which domain. */
const wait = z.object({ kind: z.enum(WAITS), count, domain: z.string().nullable() });

/** A department's part of a sheet. */
const part = z.object({
  body: slug,
  name: z.string(),
  items: count,
  proposed: count,
  approved: count,
  returned: count,
  due: moment.nullable(),
  late: z.boolean(),
});

/** A body on the board. */
export const boardRow = z.object({
  body: z.object({ id: slug, name: z.string(), code: z.string().nullable(), block: z.string().nullable() }),
  seq: count,
  state: z.enum(SHEET_STATES),
  /** Of the last entry. */
  lastAt: moment.nullable(),
  ...counts,
  /** What the points come to if all that the body claims not to have arisen is confirmed; null where it claims nothing. */
  ifConfirmed: ownPoints.nullable(),
  /** What they come to if its full points of 0 of 0 are not confirmed; null where it has none. */
  ifUnconfirmed: ownPoints.nullable(),
  mustMend: count,
  domains: z.array(z.object({ code: z.string(), ...counts })),
  /** Steps that are open to it. */
  open: z.array(z.enum(STEPS)),
  closes: moment.nullable(),
  late: z.boolean(),
  /** Items without an answer whose time is over. */
  overdue: count,
  pace,
  waits: z.array(wait),
  parts: z.array(part),
});

export const boardAnswer = z.object({
  ...reckonedOf,
  edition: z.string(),
  /** Whether these are all bodies of the round, or the asker's own. */
  whole: z.boolean(),
  steps: z.array(z.object({ step: z.enum(STEPS), opens: moment, closes: moment, open: z.boolean() })),
  domains: z.array(z.object({ code: z.string(), title: z.string(), owners: z.array(z.object({ id: slug, name: z.string() })) })),
  rows: z.array(boardRow),
});

/** One body of the board, down to its items. */
export const boardBodyAnswer = z.object({
  ...reckoned,
  row: boardRow,
  items: z.array(
    z.object({
      code: z.string(),
      domain: z.string(),
      title: z.string(),
      askedOf: z.enum(ANSWERERS),
      /** `claimed`: the body says that nothing arose, and nobody has confirmed it. */
      state: z.enum([...ITEM_STATES, 'claimed']),
      points: fraction,
      maximum: fraction,
      appraised: z.boolean(),
      /** Findings that must be mended. */
      mustMend: count,
      /** Where the item has more time than the sheet. */
      extendedTo: moment.nullable(),
      overdue: z.boolean(),
      /** Of the last entry at the item itself. */
      lastAt: moment.nullable(),
    }),
  ),
  /** Where it loses points, the most first: of its own regular items that have points. */
  losses: z.array(z.object({ code: z.string(), lost: fraction, points: fraction, maximum: fraction })),
});

/** For how long a stream of changes is wanted; 0: what there is, and no more. */
export const boardEventsQuery = z.strictObject({
  seconds: z.coerce.number().int().min(0).max(3_600).optional().meta({ description: 'Ends the stream after so many seconds; 0 after its first message' }),
});

/** What an event "rows" of the stream carries: rows as they stand now, in the place of the same bodies' before. */
export const boardEvent = z.object({ at: moment, rows: z.array(boardRow) });

export const boardEventStream = z.unknown().meta({
  description: 'Events "rows" (rows as they stand now, in the place of those before) and "reload" (read the board anew), each with an id to come again with',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
});
