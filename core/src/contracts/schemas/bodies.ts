import { z } from 'zod';
import { BODY_COLUMNS } from '../../bodies/columns.ts';
import { FIRST_DAY, LAST_DAY, LONGEST_NAME, LONGEST_NOTE } from '../../bodies/limits.ts';
import { BODY_KINDS, BODY_TYPES, CHANGING_ATTRIBUTES, REGISTRY_FORMAT } from '../../bodies/types.ts';
import { day, decision, pageOf, pageQuery, slug, version } from './fields.ts';

/** A day on which a body can have lived. */
const bodyDay = day.refine((text) => text >= FIRST_DAY && text <= LAST_DAY, { params: { details: { expected: `${FIRST_DAY} … ${LAST_DAY}` } } });
const kind = z.enum(BODY_KINDS);
const type = z.enum(BODY_TYPES);
const name = z.string().trim().min(1).max(LONGEST_NAME);
const note = z.string().trim().min(1).max(LONGEST_NOTE);
const decided = decision.extend({ date: bodyDay });
const truth = z.enum(['true', 'false']);

export const bodyParams = z.strictObject({ id: slug });

const on = bodyDay.optional().meta({ description: 'The day asked for; today where nothing is said' });

export const bodyListQuery = pageQuery.extend({
  search: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_NAME)
    .optional()
    .meta({ description: 'The beginning of any word of any name that a body has ever had, with or without marks' }),
  kind: kind.optional(),
  parent: slug.optional(),
  on,
});

export const bodyQuery = z.strictObject({ on });

export const bodyTreeQuery = z.strictObject({ on, depth: z.coerce.number().int().min(1).max(4).default(1) });

const decisionTold = z.object({ number: z.string().nullable(), date: day.nullable() }).nullable();
const named = z.object({ id: slug, kind, name: z.string() });

const became = z.object({ body: named, changedOn: day.nullable(), decision: decisionTold, partly: z.boolean() });

export const bodyRow = z.object({
  id: slug,
  kind,
  version,
  /** Whether it was there on the day asked for. */
  exists: z.boolean(),
  opened: day.nullable(),
  closed: day.nullable(),
  /** On the day asked for; of a body that was not there then, the nearest one. */
  name: z.object({ full: z.string(), short: z.string() }),
  type: z.string().nullable(),
  code: z.string().nullable(),
  parent: slug.nullable(),
  /** The name by which it was found, and when it had it; null where nothing was searched for. */
  found: z.object({ full: z.string(), from: day.nullable(), to: day.nullable() }).nullable(),
  /** Of a body that is no more: who took over its work. */
  became: z.array(became),
});

export const bodyList = pageOf(bodyRow);

const dated = { from: day.nullable(), to: day.nullable(), basis: z.string().nullable(), status: z.string().nullable() };
const passing = became.extend({ status: z.string().nullable() });

export const bodyDetail = z.object({
  id: slug,
  kind,
  version,
  opened: day.nullable(),
  openedBy: decisionTold,
  closed: day.nullable(),
  closedBy: decisionTold,
  ranked: z.boolean().nullable(),
  note: z.string().nullable(),
  names: z.array(z.object({ ...dated, full: z.string(), short: z.string(), sort: z.string(), type: z.string().nullable() })),
  codes: z.array(z.object({ ...dated, code: z.string() })),
  regions: z.array(z.object({ ...dated, name: z.string() })),
  blocks: z.array(z.object({ ...dated, name: z.string() })),
  parents: z.array(z.object({ ...dated, body: named })),
  predecessors: z.array(passing),
  successors: z.array(passing),
  /** As it was on the day asked for; null in all where it was not there. */
  onDay: z.object({
    day,
    exists: z.boolean(),
    name: z.string().nullable(),
    type: z.string().nullable(),
    code: z.string().nullable(),
    region: z.string().nullable(),
    block: z.string().nullable(),
    /** The bodies above it, the nearest first. */
    above: z.array(named),
  }),
});

export const bodyTree = z.object({
  day,
  /** Each below the one before it that stands one level higher; in the order of names. */
  items: z.array(named.extend({ parent: slug, depth: z.number(), code: z.string().nullable(), type: z.string().nullable() })),
});

export const bodyImportQuery = z.strictObject({ dryRun: truth.default('false').meta({ description: 'Only tells what would change' }) });

export const bodyImport = z.looseObject({ csv: z.string().optional(), format: z.string().optional() }).meta({
  description: `Either a registry document (format ${REGISTRY_FORMAT}) itself, or { csv }: a table with the columns ${BODY_COLUMNS.join(', ')}. What is there already is never deleted.`,
});

export const bodyImportAnswer = z.object({
  dryRun: z.boolean(),
  counts: z.object({ told: z.number(), added: z.number(), changed: z.number(), unchanged: z.number() }),
  changes: z.array(z.object({ id: slug, name: z.string(), change: z.enum(['added', 'changed']), fields: z.array(z.string()) })),
});

export const bodyChange = z.strictObject({
  version,
  close: z.strictObject({ lastDay: bodyDay, decision: decided }).optional(),
  name: z.strictObject({ from: bodyDay, full: name, short: name.optional(), sort: name.optional(), type: type.optional(), basis: note.optional() }).optional(),
  attributes: z
    .array(
      z.strictObject({
        attribute: z.enum(CHANGING_ATTRIBUTES),
        value: name.nullable().meta({ description: 'null: it has none from that day on' }),
        from: bodyDay,
        basis: note.optional(),
      }),
    )
    .max(20)
    .optional(),
  ranked: z.boolean().nullable().optional(),
  note: note.nullable().optional(),
});

const bodies = z.array(slug).min(1).max(500);

export const bodySuccession = z.strictObject({
  predecessors: bodies,
  successors: bodies,
  changedOn: bodyDay.meta({ description: 'The first day after the passing' }),
  decision: decided,
  partly: z.boolean().optional().meta({ description: 'Only a part of the work passes: the predecessors stay' }),
});

export const bodySuccessionAnswer = z.object({ changed: z.array(z.object({ id: slug, version })) });
