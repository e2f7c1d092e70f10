import { z } from 'zod';
import { ACCOUNT_REQUEST_DECISIONS } from '../../accounts/account-request.ts';
import { ROLES } from '../../rights/roles.ts';
import { SECOND_PERSON_DECISIONS } from '../../rights/second-person.ts';
import { consequence, toldConsequences } from './consequences.ts';
import { longText, moment, personName, slug, uuid } from './fields.ts';
import { fault } from './people.ts';
import { roundParams } from './sheets.ts';

/** What takes two persons in a round: closing it, and undoing that until it is published. */
export const ROUND_REQUEST_KINDS = ['close', 'undoClosing'] as const;
export type RoundRequestKind = (typeof ROUND_REQUEST_KINDS)[number];

export const newRoundRequest = z.strictObject({ id: uuid, kind: z.enum(ROUND_REQUEST_KINDS), reason: longText, told: toldConsequences });
export const roundRequestParams = roundParams.extend({ request: uuid });
/** Whoever asked is to learn why not: a refusal has a reason. */
export const roundRequestDecision = z
  .strictObject({ decision: z.enum(SECOND_PERSON_DECISIONS), note: longText.nullable().default(null), told: toldConsequences })
  .refine(({ decision, note }) => decision === 'carriedOut' || note !== null, { path: ['note'], ...fault('emptyText') });
export const roundRequestStop = z.strictObject({ note: longText.nullable().default(null) });

const performed = z.object({ by: personName, at: moment });

export const roundRequest = z.object({
  id: uuid,
  kind: z.enum(ROUND_REQUEST_KINDS),
  /** What was open when it was asked for. */
  told: z.array(consequence),
  reason: z.string(),
  asked: performed.extend({ role: z.enum(ROLES), body: z.object({ id: slug, name: z.string() }).nullable() }),
  /** Nobody decides it any more from then on. */
  lapsesAt: moment,
  decided: performed.extend({ decision: z.enum(ACCOUNT_REQUEST_DECISIONS), note: z.string().nullable() }).nullable(),
  /** Whether the reader may decide it, or stop it. */
  mayDecide: z.boolean(),
  mayStop: z.boolean(),
});

export const closingAnswer = z.object({
  /** What closing the round now would leave open, and undoing that would open again. */
  open: z.array(consequence),
  /** Items that cannot be computed as they stand, and why: with one of them no result is final. */
  uncomputed: z.array(z.object({ body: z.object({ id: slug, name: z.string() }), item: z.object({ code: z.string(), title: z.string() }), why: z.string() })),
  /** Of the round as it stands, what its owners can ask for now; null: nothing. */
  possible: z.enum(ROUND_REQUEST_KINDS).nullable(),
  /** The newest first. */
  requests: z.array(roundRequest),
  /** How far a closing that goes on has come: so many of its bodies are computed; null: none goes on. */
  computing: z.object({ computed: z.int().min(0), bodies: z.int().min(0) }).nullable(),
});
