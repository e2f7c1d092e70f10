import { z } from 'zod';
import { RELIANCES } from '../../quality/measures.ts';
import { day, moment, personName, slug, uuid } from './fields.ts';
import { rounding } from './points.ts';
import { newVerdict, roundParams } from './sheets.ts';

const count = z.number().int().min(0);
const fraction = z.string().meta({ description: 'n/d in lowest terms' });
const share = z.number().meta({ description: 'A share of the maximum: 1 is all of it' });
const body = z.object({ id: slug, name: z.string() });
const item = z.object({ code: z.string(), title: z.string() });
const interval = z.object({ low: z.number(), high: z.number() }).nullable().meta({ description: 'Of 95%; null where there is none' });
const mean = z.object({ count, mean: share, interval }).nullable();
const coefficient = { value: z.number(), interval };
const marked = z.object({ points: fraction, maximum: fraction, person: personName });

const draw = z.object({
  id: uuid,
  seed: z.string(),
  /** Decided items at that time, and the hash of their list. */
  listed: count,
  listHash: z.string(),
  drawn: count,
  /** Of these, those that nobody marks: nobody may, or they were handed back. */
  nobody: count,
  returned: z.array(z.object({ body, item: z.string(), by: personName, at: moment, reason: z.string() })),
  marked: count,
  by: personName,
  at: moment,
});

/** How well items are appraised: for whoever runs or audits the round. */
export const qualityAnswer = z.object({
  round: slug,
  title: z.string(),
  year: z.number(),
  rounding,
  at: moment,
  closedAt: moment.nullable(),
  mayDraw: z.boolean(),
  /** What a draw would be made from now: items decided in the first appraisal, and how many people may mark a second time. */
  list: z.object({ pieces: count, hash: z.string(), markers: count }),
  draws: z.array(draw),
  /** Of items that were marked twice. */
  agreement: z.object({
    pairs: count,
    same: count,
    apart: share.nullable(),
    alpha: z.object({ ...coefficient, reliance: z.enum(RELIANCES) }).nullable(),
    intraclass: z.object(coefficient).nullable(),
  }),
  /** By appraiser: appraised less claimed; and their own mark less that of whoever marked the same item too. */
  persons: z.array(z.object({ person: personName, moved: mean, paired: mean })),
  /** By week, of its first day: appraised less claimed; and the first mark less the second. */
  weeks: z.array(z.object({ week: day, moved: mean, paired: mean })),
  /** Marks of the same item that lie apart, the farthest first. */
  apart: z.array(z.object({ body, item, first: marked, second: marked, apart: share })),
  bodies: z.array(z.object({ body, decided: count, changed: count })),
  items: z.array(z.object({ item, decided: count, changed: count })),
});

export const newSecondMarking = z.strictObject({
  id: uuid,
  seed: z.string().trim().min(1).max(100).meta({ description: 'Said before it is drawn, best a number that nobody chooses; recorded' }),
  count: z.number().int().min(1).max(10_000).meta({ description: 'How many items' }),
  listHash: z.string().max(100).meta({ description: 'Of the list that was seen: refused where others are decided by now' }),
});
export const secondMarkingAnswer = draw;

/** What the asker is to mark a second time, or has; nothing of what was decided on it. */
export const secondMarksAnswer = z.object({
  round: slug,
  title: z.string(),
  rounding,
  /** The reasons that are offered, in the reader's language. */
  reasons: z.array(z.object({ code: z.string(), name: z.string() })),
  marks: z.array(
    z.object({
      id: uuid,
      body,
      item,
      /** Whether it can be marked still: the round is open, under the edition that it was drawn under. */
      open: z.boolean(),
      mark: z.object({ points: fraction, maximum: fraction, at: moment }).nullable(),
      /** That and why the asker handed it back. */
      returned: z.object({ reason: z.string(), at: moment }).nullable(),
    }),
  ),
});

export const secondMarkingParams = roundParams.extend({ draw: uuid });
export const secondMarkReturn = z.strictObject({ reason: z.string().trim().min(1).max(2_000) });
export const secondMarkParams = roundParams.extend({ mark: uuid });
export const newSecondMark = z.strictObject({
  base: newVerdict.shape.base,
  changes: newVerdict.shape.changes,
  figures: z
    .array(newVerdict.shape.figures.unwrap().element.omit({ id: true }))
    .max(100)
    .default([]),
  reason: newVerdict.shape.reason,
});
export const secondMarkAnswer = z.object({ id: uuid, points: fraction, maximum: fraction, at: moment });
