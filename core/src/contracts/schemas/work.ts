import { z } from 'zod';
import { ROLES } from '../../rights/roles.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { STEPS } from '../../round/steps.ts';
import { moment, slug } from './fields.ts';
import { ownPoints, rounding } from './points.ts';
import { waitingRoundRequest } from './round-requests.ts';

const named = z.object({ id: slug, name: z.string() });

/** What waits for a person: each open round in which they hold an office, with the sheet where the office has one. */
export const workAnswer = z.object({
  /** Items and figures that other bodies gave to departments of mine. */
  parts: z.number(),
  /** Of them: submitted or passed on, for me to decide; and returned to a department of mine. */
  partsWaiting: z.object({ toDecide: z.number(), returned: z.number() }),
  /** What takes two persons and waits: about my account, and for me as the second. */
  requests: z.object({ aboutMe: z.number(), toDecide: z.number() }),
  /** What is asked for in rounds and waits for me as the second person, the first to lapse first. */
  roundRequests: z.array(waitingRoundRequest),
  /** Removals and purges that wait for my decision; documents of my bodies with the very same file as one that others ask to remove, and those removed with it. */
  removals: z.object({ toDecide: z.number(), copiesWaiting: z.number(), copiesRemoved: z.number() }),
  items: z.array(
    z.object({
      round: z.object({ id: slug, title: z.string(), year: z.number() }),
      role: z.enum(ROLES),
      office: named,
      /** The sheet of the office's own body; null where the office has none. */
      sheet: z
        .object({ own: ownPoints, rounding, state: z.enum(SHEET_STATES), sentUnsigned: z.boolean(), toFreeze: z.boolean(), reopened: z.boolean() })
        .nullable(),
      /** As the office's body meets them, extensions included. */
      steps: z.array(z.object({ step: z.enum(STEPS), opens: moment, closes: moment, open: z.boolean() })),
    }),
  ),
});
