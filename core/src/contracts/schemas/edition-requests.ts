import { z } from 'zod';
import { ACCOUNT_REQUEST_DECISIONS } from '../../accounts/account-request.ts';
import { ROLES } from '../../rights/roles.ts';
import { SECOND_PERSON_DECISIONS } from '../../rights/second-person.ts';
import { editionId, editionParams } from './editions.ts';
import { day, decision, longText, moment, personName, slug, uuid, version } from './fields.ts';
import { fault } from './people.ts';
import { roundFile } from './round-documents.ts';

/** What takes two persons of the body that wrote an edition: adopting it, and saying that it holds no more. */
export const EDITION_REQUEST_KINDS = ['adopt', 'withdraw'] as const;
export type EditionRequestKind = (typeof EDITION_REQUEST_KINDS)[number];

export const editionFileParams = editionParams.extend({ file: uuid });
export const editionRequestParams = editionParams.extend({ request: uuid });

/** What a request is for, as the decision says it. */
const terms = {
  kind: z.enum(EDITION_REQUEST_KINDS),
  decision,
  file: uuid.meta({ description: 'The signed decision, brought before' }),
  effectiveFrom: day.nullable().default(null).meta({ description: 'Of an adoption' }),
  effectiveTo: day.nullable().default(null).meta({ description: 'Of an adoption that has an end' }),
  replacedBy: editionId.nullable().default(null).meta({ description: 'Of a withdrawal: the edition that holds in its place' }),
  reason: longText.nullable().default(null),
};

export const newEditionRequest = z.strictObject({ id: uuid, version, ...terms });
/** Whoever asked is to learn why not: a refusal has a reason. */
export const editionRequestDecision = z
  .strictObject({ decision: z.enum(SECOND_PERSON_DECISIONS), note: longText.nullable().default(null) })
  .refine(({ decision: said, note }) => said === 'carriedOut' || note !== null, { path: ['note'], ...fault('emptyText') });
export const editionRequestStop = z.strictObject({ note: longText.nullable().default(null) });

const performed = z.object({ by: personName, at: moment });

export const editionRequest = z.object({
  id: uuid,
  kind: z.enum(EDITION_REQUEST_KINDS),
  decision: z.object({ number: z.string(), date: day }),
  file: roundFile,
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  replacedBy: editionId.nullable(),
  reason: z.string().nullable(),
  asked: performed.extend({ role: z.enum(ROLES), body: z.object({ id: slug, name: z.string() }).nullable() }),
  /** Nobody decides it any more from then on. */
  lapsesAt: moment,
  /** The edition was changed after it was asked for: it is asked for anew. */
  overtaken: z.boolean(),
  decided: performed.extend({ decision: z.enum(ACCOUNT_REQUEST_DECISIONS), note: z.string().nullable() }).nullable(),
  /** Whether the reader may decide it, or stop it. */
  mayDecide: z.boolean(),
  mayStop: z.boolean(),
});

export const editionRequestList = z.object({
  /** What the owners can ask for now; null: nothing. */
  possible: z.enum(EDITION_REQUEST_KINDS).nullable(),
  /** The newest first. */
  requests: z.array(editionRequest),
});
