import { z } from 'zod';
import { moment, pageOf, pageQuery, personName, slug, uuid } from './fields.ts';

/** bigint, as text. */
const rowNumber = z.string().meta({ description: 'The number of an audit row' });

export const auditQuery = z.strictObject({
  ...pageQuery.shape,
  after: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional(),
  actor: uuid.optional(),
  act: z
    .string()
    .max(100)
    .regex(/^[A-Za-z.]+$/)
    .meta({ description: 'An act, or how its name begins: "round." for all of rounds' })
    .optional(),
  subject: z
    .string()
    .max(200)
    .regex(/^\P{Cc}+$/u)
    .optional(),
  round: slug.optional(),
  body: slug.optional(),
  from: moment.meta({ description: 'From this moment on' }).optional(),
  to: moment.meta({ description: 'Before this moment' }).optional(),
});

export const auditRow = z.object({
  n: rowNumber,
  at: moment,
  actor: personName.nullable(),
  /** In what office it was done. */
  office: z.object({ role: z.string(), body: slug.nullable() }).nullable(),
  act: z.string(),
  subject: z.string(),
  round: slug.nullable(),
  body: slug.nullable(),
  content: z.record(z.string(), z.unknown()),
  /** Of an entry of a sheet: what it changed, from what to what, in words; texts are named and not repeated. */
  told: z.string().nullable(),
  /** What may lawfully be erased one day; null where there is none, or none that the reader may see. */
  erasable: z.record(z.string(), z.unknown()).nullable(),
  /** The act that erased it. */
  erasedBy: rowNumber.nullable(),
  hash: z.string().meta({ description: 'SHA-256 in hex' }),
});

export const auditPage = pageOf(auditRow);

/** The head of the chain: kept outside, it finds a trail that was cut or rewritten. */
export const auditHead = z.object({
  number: z.number().int().meta({ description: 'The newest block; 0 before the first' }),
  hash: z.string().meta({ description: 'Its hash in hex' }),
  count: z.number().int().meta({ description: 'Rows sealed up to it' }),
  at: moment.nullable(),
  key: z.string().nullable().meta({ description: 'The key that signed it; null where it has no signature' }),
  signature: z.string().nullable().meta({ description: 'Ed25519, in Base64' }),
  unsealed: z.number().int().meta({ description: 'Rows that no block holds yet' }),
});

/** The head with its signature, as it is kept outside the database: in files, mails and keys. */
export type Anchor = Omit<z.output<typeof auditHead>, 'unsealed'>;

/** A head that was kept outside, as `parindex audit anchor` writes it or the API answers it. */
export const auditAnchor = z.object({
  number: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-fA-F]{64}$/),
  count: z.number().int().min(0),
  at: moment.nullish(),
  key: z.string().nullish(),
  signature: z.base64().nullish(),
});
export type KeptAnchor = z.output<typeof auditAnchor>;
