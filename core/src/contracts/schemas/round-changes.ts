import { z } from 'zod';
import { STAGES, TARGET_KINDS } from '../../ledger/entry.ts';
import { TAKEOVER_CHANGES } from '../../ledger/takeover-changes.ts';
import { STEPS } from '../../round/steps.ts';
import { toldConsequences } from './consequences.ts';
import { editionId } from './editions.ts';
import { day, decision, longText, moment, pageOf, personName, slug, uuid } from './fields.ts';
import { calendarMoment } from './rounds.ts';

const code = z.string().min(1).max(100);

/** More time by a document, for all bodies or one, for all items or one; the id is made by the one who sends. */
export const newExtension = z.strictObject({
  id: uuid,
  step: z.enum(STEPS),
  body: slug.optional(),
  item: code.optional(),
  until: calendarMoment,
  document: decision,
  /** The document of the round, with its file, that has this number and date. */
  decision: uuid.nullable().default(null),
  reason: longText,
  told: toldConsequences,
});

const document = z.object({ number: z.string(), date: day });

export const extension = z.object({
  id: uuid,
  step: z.enum(STEPS),
  body: z.object({ id: slug, name: z.string() }).nullable(),
  item: z.string().nullable(),
  edition: editionId.nullable(),
  until: moment,
  document,
  /** The document of the round that is attached. */
  decision: uuid.nullable(),
  reason: z.string(),
  grantedBy: personName,
  grantedAt: moment,
});
export const extensionRegister = pageOf(extension);

const places = z.record(code, code.nullable()).meta({ description: 'Code in the old edition → code in the new one; null: dropped on purpose' });

export const newTakeover = z.strictObject({
  number: z.number().int().min(1).max(100),
  toEdition: editionId,
  mapping: z.strictObject({ items: places, figures: places }),
  document: decision,
});

export const takeover = z.object({
  number: z.number(),
  from: editionId,
  to: editionId,
  mapping: z.object({ items: places, figures: places }),
  /** What the new rules did not take and has to be declared again; told to those who lead the round, to others of their own sheets alone (`sheetTakeovers`). */
  dropped: z.array(
    z.object({ body: slug, stage: z.enum(STAGES), target: z.object({ kind: z.enum(TARGET_KINDS), id: z.string() }), fields: z.array(z.string()) }),
  ),
  document,
  performedBy: personName,
  performedAt: moment,
});
export const takeoverList = z.object({ takeovers: z.array(takeover) });

const taken = z.object({ code: z.string(), title: z.string() });

/** What later editions changed for one sheet, by what the reader sees of it; titles and fields in the reader's language. */
export const sheetTakeovers = z.object({
  takeovers: z.array(
    z.object({
      number: z.number(),
      from: editionId,
      to: editionId,
      document,
      performedAt: moment,
      changes: z.array(
        z.object({
          kind: z.enum(TARGET_KINDS),
          before: taken.nullable(),
          after: taken.nullable(),
          changes: z.array(z.enum(TAKEOVER_CHANGES)),
          /** Stages at which the sheet had something of it. */
          held: z.array(z.enum(STAGES)),
          /** What the new rules do not take of that, by what it is called. */
          again: z.array(z.object({ stage: z.enum(STAGES), fields: z.array(z.string()) })),
        }),
      ),
    }),
  ),
});
