import { z } from 'zod';
import { SCHEME_STATUSES } from '../../scheme/types.ts';
import { day, decision, moment, pageOf, slug, version } from './fields.ts';

/** An edition's id: what its document says. */
export const editionId = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/);

export const editionParams = z.strictObject({ edition: editionId });

const texts = {
  document: z.string().min(1).meta({ description: 'The scheme as YAML or JSON text (parindex-scheme/1)' }),
  cases: z.string().meta({ description: 'Its cases as YAML text; may be empty in a draft' }),
};

export const newEdition = z.strictObject({
  ...texts,
  ownerBody: slug.optional().meta({ description: 'Whose owners may change the draft; needed where the caller is an owner of several bodies' }),
});
export const changedEdition = z.strictObject({ ...texts, version });
export const versionQuery = z.strictObject({ version: z.coerce.number().pipe(version) });

export const adoption = z.strictObject({ version, effectiveFrom: day, effectiveTo: day.optional(), decision });

/** A fault in an authored text, with line and column from 1. */
const placedFault = z.object({
  in: z.enum(['document', 'cases']),
  code: z.string(),
  path: z.string(),
  message: z.string(),
  line: z.number(),
  column: z.number(),
});

const title = z.object({ vi: z.string(), en: z.string().optional() }).nullable();

export const editionRow = z.object({
  id: editionId,
  state: z.enum(['draft', 'adopted']),
  title,
  ownerBody: slug.nullable(),
  hash: z.string().nullable(),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  decision: z.object({ number: z.string(), date: day.nullable() }).nullable(),
  createdAt: moment,
  adoptedAt: moment.nullable(),
  version,
});
export const editionList = pageOf(editionRow);

export const editionAnswer = editionRow.extend({
  status: z.enum(SCHEME_STATUSES).nullable(),
  items: z.number().nullable(),
  faults: z.array(placedFault),
  /** Null while the document has faults: cases run on a sound scheme only. */
  cases: z.object({ run: z.number(), failed: z.number(), itemsWithoutCase: z.array(z.string()) }).nullable(),
});
