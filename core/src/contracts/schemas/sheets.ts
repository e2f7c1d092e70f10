import { z } from 'zod';
import { ACTS, ORIGINS, STAGES, STANDINGS, TARGET_KINDS } from '../../ledger/entry.ts';
import { PART_STANDINGS } from '../../ledger/part.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { STEPS } from '../../round/steps.ts';
import { MOST_PER_PAGE } from '../limits.ts';
import { day, moment, pageOf, pageQuery, personName, slug, uuid } from './fields.ts';
import { ownPoints, rounding, sheetPoints, sheetSums } from './points.ts';
import { fraction } from './quantities.ts';

/** Most entries of one save: a whole sheet with its figures fits. */
const MOST_ENTRIES = 500;

export const sheetParams = z.strictObject({ round: slug, body: slug });
export const roundParams = z.strictObject({ round: slug });

const seq = z.number().int().min(0).max(2_147_483_647);
export const targetId = z.string().min(1).max(100);

/** No field takes a longer text; which takes how long a one is the ledger's matter. */
const LONGEST_VALUE = 10_000;

export const fieldValue = z
  .union([z.string().max(LONGEST_VALUE), z.number(), z.boolean(), z.array(z.string().max(400)).max(500), z.null()])
  .meta({ description: 'A number as text or number, a date, a choice, a truth, a list of checks; null takes the value away' });

/** One act on an item or a figure; the id is made by the one who sends, so that a retry is recognised. */
export const newEntry = z.strictObject({
  id: uuid,
  item: targetId.optional(),
  figure: targetId.optional(),
  base: seq.meta({ description: 'The last seq that was seen' }),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .optional()
    .meta({ description: 'Why; needed where a department has it in hand and the body enters other points' }),
  // The core judges the changes by the scheme.
  changes: z.record(z.string(), fieldValue).meta({
    description:
      'Fields by name: answer.points, answer.yes, answer.level, answer.checks, answer.conditions.<id>, state, reason, justification; of a figure: value, source, date, vintage; of both: citations, each document/version?pages=…&section=…&table=…',
  }),
});

/** On which way something was entered: on the page, by a program, or from a workbook. What came from elsewhere, or was added up, the server says itself. */
export const enteredBy = z.enum(['web', 'api', 'import']).default('api');

export const newEntries = z.strictObject({
  origin: enteredBy,
  by: uuid.optional().meta({ description: 'Who made the entries, where a device kept them: refused while somebody else is signed in' }),
  entries: z.array(newEntry).min(1).max(MOST_ENTRIES),
});

export const wholeSheetAct = z.strictObject({ id: uuid, base: seq });

const itemScore = z.object({
  code: z.string(),
  state: z.string(),
  points: fraction,
  maximum: fraction,
  explanation: z.record(z.string(), z.unknown()),
  fault: z.object({ code: z.string(), path: z.string(), message: z.string() }).nullable(),
});

const cell = z.object({ fields: z.record(z.string(), z.unknown()), seqs: z.record(z.string(), z.number()) });

/** What the body scores itself, if all that it claims not to have arisen were confirmed; null where it claims nothing. */
const ifConfirmed = ownPoints.nullable();

const step = z.object({ step: z.enum(STEPS), opens: moment, closes: moment, open: z.boolean() });

/** An item or figure assigned to departments: whose, until when, how far it has come, and what is proposed and does not count yet. */
const part = z.object({
  kind: z.enum(TARGET_KINDS),
  id: z.string(),
  to: z.array(z.object({ id: slug, name: z.string() })),
  /** Assigned to whoever asks. */
  mine: z.boolean(),
  /** It was given as such; otherwise a figure that came with an item, whatever other items it is for. */
  byItself: z.boolean(),
  due: moment.nullable(),
  note: z.string().nullable(),
  standing: z.enum(PART_STANDINGS).nullable(),
  proposed: cell,
  /** What counts of it now, whatever is proposed. */
  counting: cell,
  /** What the asker may decide on it now. */
  decides: z.array(z.enum(['accept', 'return', 'recordDocument', 'review', 'submit', 'recall'])),
});

/** Whoever has a sheet open asks for this often, and reads the sheet anew where it is another one. */
export const sheetTimeline = z.object({
  rounding,
  /** In order; days on which nothing was written are left out. */
  days: z.array(
    z.object({
      day,
      points: z.string().meta({ description: 'n/d in lowest terms: what the body scored itself, under the edition that holds now' }),
      maximum: z.string(),
      answered: z.number().int(),
      asked: z.number().int(),
      writers: z.array(z.object({ name: z.string(), entries: z.number().int() })),
    }),
  ),
});

export const sheetMark = z.object({ mark: z.string().meta({ description: 'Says nothing but whether something has changed' }) });

export const sheetAnswer = z.object({
  round: slug,
  year: z.number(),
  edition: z.string(),
  body: z.object({ id: slug, name: z.string(), code: z.string().nullable(), type: z.string().nullable(), block: z.string().nullable() }),
  seq,
  state: z.enum(SHEET_STATES),
  /** What the asker may enter: for the body, or proposals for what their department has in hand; null: they read. */
  enters: z.enum(['declare', 'propose']).nullable(),
  /** Items and figures assigned to departments, as far as the asker works with them. */
  parts: z.array(part),
  steps: z.array(step),
  /** Whether its round is closed, so that nothing is written into it any more. */
  roundClosed: z.boolean(),
  /** Whether it was sent without an electronic signature, as an owner permitted. */
  sentUnsigned: z.boolean(),
  /** How far, and until when, an owner has opened the sheet again; null where nobody has, or it is frozen. */
  reopening: z.object({ items: z.array(z.string()).nullable(), until: moment.nullable() }).nullable(),
  /** One column a stage that has been reached, and the final one. */
  columns: z.partialRecord(z.enum(STAGES), z.object({ points: sheetPoints, ifConfirmed, items: z.array(itemScore) })),
  final: z.enum(STAGES),
  /** Whether what surveys gave is not released to whoever asks: its points and means are left out. */
  sealed: z.boolean(),
  /** Since when it is released to all who see the sheet; null: not yet. */
  estimatesReleasedAt: moment.nullable(),
  /** Whether it was the closing of the round that opened them, and no release. */
  estimatesOpenedByClosing: z.boolean(),
  items: z.array(
    z.object({
      code: z.string(),
      /** Whether the body scores it itself. */
      own: z.boolean(),
      excluded: z.string().nullable(),
      stages: z.partialRecord(z.enum(STAGES), cell),
      previousPoints: z.string().nullable(),
    }),
  ),
  figures: z.array(z.object({ id: z.string(), stages: z.partialRecord(z.enum(STAGES), cell), previous: z.union([z.string(), z.boolean()]).nullable() })),
});

export const savedAnswer = z.object({
  seq,
  entries: z.array(z.object({ id: uuid, seq, replayed: z.boolean() })),
  /** Items whose points may have changed. */
  items: z.array(itemScore),
  /** What stands now in the items and figures that it is about, as a reading of the sheet tells it. */
  cells: z.array(cell.extend({ stage: z.enum(STAGES), kind: z.enum(TARGET_KINDS), id: z.string() })),
  /** Those of them that are assigned to departments, likewise. */
  parts: z.array(part),
});

/** A sheet in a list: where it stands, and the points of each item in the round's order of items. */
const sheetRow = z.object({
  body: z.object({ id: slug, name: z.string(), code: z.string().nullable(), block: z.string().nullable() }),
  seq,
  state: z.enum(SHEET_STATES),
  final: z.enum(STAGES),
  /** As the body claims it, and as it stands at the latest stage. */
  claimed: sheetSums,
  latest: sheetSums,
  /** Of the latest stage. */
  ifConfirmed,
  /** As the body claims it, if its full points of 0 of 0 are not confirmed; null where it has none. */
  ifUnconfirmed: ownPoints.nullable(),
  items: z.array(z.object({ state: z.string(), points: fraction })),
});

/** Sheets come in pages, in the order of the participants; a national round fits in one. */
export const sheetListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(MOST_PER_PAGE),
  after: pageQuery.shape.after,
});

export const sheetList = z.object({
  round: slug,
  edition: z.string(),
  rounding: rounding.nullable(),
  items: z.array(z.string()),
  sheets: z.array(sheetRow),
  next: z.string().nullable(),
});

export const historyQuery = z.strictObject({
  item: targetId.optional(),
  figure: targetId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
});

export const historyEntry = z.object({
  id: uuid,
  seq,
  target: z.object({ kind: z.enum(TARGET_KINDS), id: z.string() }).nullable(),
  act: z.enum(ACTS),
  stage: z.enum(STAGES),
  standing: z.enum(STANDINGS),
  actor: personName,
  role: z.string(),
  onBehalfOf: personName.nullable(),
  receivedAt: moment,
  base: seq,
  edition: z.string(),
  changes: z.record(z.string(), z.unknown()),
  /** Fields whose text was lawfully erased. */
  erased: z.array(z.string()),
  points: fraction.nullable(),
  reason: z.object({ code: z.string().nullable(), text: z.string().nullable() }),
  origin: z.enum(ORIGINS),
});

export const history = pageOf(historyEntry);

export const targetParams = sheetParams.extend({ kind: z.enum(['items', 'figures']), target: targetId });

/** Most figures that one verdict changes: no rule uses as many. */
export const MOST_FIGURES = 50;

/** An appraiser's or the council's decision: what changes, and why; no change accepts what stands there, and needs no reason. */
export const newVerdict = z.strictObject({
  id: uuid,
  origin: enteredBy,
  base: seq,
  changes: z.record(z.string(), fieldValue),
  figures: z
    .array(z.strictObject({ id: uuid, figure: targetId, changes: z.record(z.string(), fieldValue) }))
    .max(MOST_FIGURES)
    .default([])
    .meta({ description: 'Figures of the item that the same verdict changes: all of it is written, or nothing' }),
  reason: z
    .strictObject({ code: z.string().trim().min(1).max(50), text: z.string().trim().min(1).max(2_000) })
    .nullable()
    .default(null),
});

const spokenReason = z.string().trim().min(1).max(2_000);

export const reopening = wholeSheetAct.extend({
  reason: spokenReason,
  items: z
    .array(targetId)
    .min(1)
    .max(500)
    .nullable()
    .default(null)
    .meta({ description: 'Which items may be changed, with the figures that only they use; null: the whole sheet' }),
  until: moment.nullable().default(null).meta({ description: 'When it ends; null: as the calendar says' }),
});

export const takingBack = wholeSheetAct.extend({ reason: spokenReason });

export const sheetStanding = z.object({ seq, state: z.enum(SHEET_STATES), replayed: z.boolean() });
