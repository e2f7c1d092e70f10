import { z } from 'zod';
import { ROW_OUTCOMES } from '../../imports/judge.ts';
import { BATCH_FORMS, MOST_ROWS } from '../../imports/table.ts';
import { day, moment, pageOf, personName, slug, uuid } from './fields.ts';
import { partPoints, rounding } from './points.ts';

export const BATCH_STATES = ['pending', 'written', 'refused'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** How a delivery came: sent by a person on its page, by a program, laid into the watched folder. */
export const BATCH_CHANNELS = ['page', 'api', 'folder', 'survey'] as const;
export type BatchChannel = (typeof BATCH_CHANNELS)[number];

const source = z.string().trim().min(1).max(500);
const vintage = z.string().trim().min(1).max(200);

export const batchParams = z.strictObject({ round: slug, delivery: uuid });

/** Said for all rows that do not say it themselves. */
const defaults = { source: source.optional(), date: day.optional(), vintage: vintage.optional() };

const cellText = z.string().max(1_000);

export const newBatch = z.strictObject({
  ...defaults,
  rows: z
    .array(
      z.strictObject({
        body: cellText.meta({ description: 'Id, code of the round’s year, or name' }),
        figure: cellText.meta({ description: 'Id or title of a figure or question, or the code of an item that uses one alone' }),
        group: cellText.optional().meta({ description: 'Of a question: its respondents' }),
        value: z.union([cellText, z.number(), z.boolean()]).meta({ description: 'A number, date or truth; of a question its mean, as 0.7503 or "75.03%"' }),
        answers: z.union([cellText, z.number()]).optional(),
        source: cellText.optional(),
        date: cellText.optional(),
        vintage: cellText.optional(),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
});

/** Beside a file: what is told of all its rows, and what it was called. */
export const batchFileQuery = z.strictObject({
  ...defaults,
  name: z.string().trim().min(1).max(300).optional(),
  by: z.enum(['page', 'api']).default('api'),
});

export const batchFormQuery = z.strictObject({ as: z.enum(['csv', 'xlsx']).default('xlsx') });

const fraction = z.string();
const told = z.object({
  value: z.union([z.string(), z.boolean()]),
  answers: z.string().nullable(),
  source: z.string().nullable(),
  date: z.string().nullable(),
  vintage: z.string().nullable(),
});

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), id: z.string() }),
  z.object({ kind: z.literal('estimate'), question: z.string(), group: z.string() }),
]);

const row = z.object({
  line: z.number(),
  /** "Số liệu!12", "12"; of JSON "/rows/3". */
  place: z.string(),
  body: z.object({ id: slug, name: z.string() }),
  target,
  name: z.string(),
  outcome: z.enum(ROW_OUTCOMES),
  /** What stands; `own`: declared by the body itself. */
  before: told.extend({ own: z.boolean() }).nullable(),
  after: told,
});

/** What the points of a body's claim come to before and after; null where that was kept by an older release as one sum of all sources. */
const moved = z.object({
  body: z.object({ id: slug, name: z.string() }),
  before: partPoints.nullable(),
  after: partPoints.nullable(),
  items: z.array(z.object({ code: z.string(), before: fraction, after: fraction })),
});

const delivery = z.object({
  id: uuid,
  round: slug,
  form: z.enum(BATCH_FORMS),
  cameBy: z.enum(BATCH_CHANNELS),
  fileName: z.string().nullable(),
  source: z.string().nullable(),
  date: z.string().nullable(),
  vintage: z.string().nullable(),
  rows: z.number(),
  state: z.enum(BATCH_STATES),
  broughtBy: personName,
  broughtAt: moment,
  decidedBy: personName.nullable(),
  decidedAt: moment.nullable(),
  reason: z.string().nullable(),
});

export const batchList = pageOf(delivery);

export const batchAnswer = delivery.extend({
  rounding,
  /** What it would write now; nothing of it is written before an owner agrees. */
  preview: z.object({
    /** Agreeing names it: what was seen is what is written. */
    digest: z.string(),
    rows: z.array(row),
    refused: z.array(z.object({ line: z.number(), place: z.string(), code: z.string(), message: z.string() })),
    /** Lines whose value is empty, and lines that say once more what another says. */
    blank: z.number(),
    doubled: z.array(z.string()),
    moved: z.array(moved),
  }),
  writings: z.array(
    z.object({
      number: z.number(),
      writtenBy: personName,
      writtenAt: moment,
      reason: z.string().nullable(),
      rows: z.array(row),
      moved: z.array(moved),
    }),
  ),
});

export const batchUploaded = z.object({ id: uuid, state: z.enum(BATCH_STATES), known: z.boolean() });

export const batchAgreement = z.strictObject({
  id: uuid.meta({ description: 'Made by whoever agrees, so that a retry is recognised' }),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows, by their lines, that are written though they are older, of the same day, or lie over what a body declared. */
  chosen: z.array(z.number().int().min(0)).max(MOST_ROWS).default([]),
  reason: z.string().trim().min(1).max(2_000).optional(),
});

export const batchRefusal = z.strictObject({ reason: z.string().trim().min(1).max(2_000) });

export const estimateList = z.object({
  items: z.array(
    z.object({
      question: z.string(),
      group: z.string(),
      mean: z.string(),
      answers: z.string(),
      source: z.string(),
      date: z.string(),
      vintage: z.string().nullable(),
      writtenBy: personName,
      writtenAt: moment,
      /** Whether it is what stands now. */
      stands: z.boolean(),
    }),
  ),
});
