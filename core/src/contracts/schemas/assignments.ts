import { z } from 'zod';
import { SUBMISSION_ACTS } from '../../assignments/decide.ts';
import { ASSIGNED_MATTERS } from '../../assignments/matters.ts';
import { PART_STANDINGS } from '../../ledger/part.ts';
import { MOST_NOTE_CHARACTERS, MOST_PARTS } from '../limits.ts';
import { decision, moment, personName, slug, uuid } from './fields.ts';

const targetId = z.string().min(1).max(100);
const seq = z.number().int().min(0).max(2_147_483_647);
const named = z.object({ id: slug, name: z.string() });

const oneTarget = { item: targetId.optional(), figure: targetId.optional() };

/** Items and figures for a department; each id is made by the one who sends, so that a retry is recognised. What somebody else has in hand passes over. */
export const newAssignments = z.strictObject({
  to: slug,
  matter: z
    .enum(ASSIGNED_MATTERS)
    .default('sheet')
    .meta({ description: 'What of the sheet is given: what is claimed, or its explanation, for which it goes on unless given anew' }),
  person: uuid.optional().meta({ description: 'Who does it there' }),
  due: moment.optional(),
  note: z.string().trim().min(1).max(MOST_NOTE_CHARACTERS).optional(),
  targets: z
    .array(z.strictObject({ id: uuid, ...oneTarget }))
    .min(1)
    .max(MOST_PARTS),
});
export const endedAssignments = z.strictObject({ ids: z.array(uuid).min(1).max(MOST_PARTS) });

/** Who approves a part besides its department's leader; version 0 where none was set yet. */
export const approvalChain = z.strictObject({ division: z.boolean(), review: z.boolean(), version: z.number().int().min(0).max(2_147_483_647) });

const assignment = z.object({
  id: uuid,
  kind: z.enum(['item', 'figure']),
  target: targetId,
  to: named,
  person: personName.nullable(),
  due: moment.nullable(),
  note: z.string().nullable(),
  assignedBy: personName,
  assignedAt: moment,
  /** How far it has come; null where nothing was entered yet. */
  standing: z.enum(PART_STANDINGS).nullable(),
  /** Due is past, and it does not count. */
  late: z.boolean(),
});

export const assignmentList = z.object({
  chain: approvalChain,
  assignments: z.array(assignment),
  /** To whom parts may be given; told to those who may. */
  departments: z.array(named.extend({ people: z.array(personName.extend({ role: z.string() })) })),
});

/** A decision on a part: accepted, as it was entered or as a document of the leader says; or returned, with a reason. */
export const newPartDecision = z.strictObject({
  id: uuid,
  ...oneTarget,
  base: seq.meta({ description: 'The last seq that was seen' }),
  act: z.enum(['accept', 'return']),
  reason: z.string().trim().min(1).max(2_000).optional(),
  document: decision.optional().meta({ description: 'By which the leader has approved, where that was done on paper' }),
});
export const newPartDecisions = z.strictObject({ decisions: z.array(newPartDecision).min(1).max(MOST_PARTS) });

/** A part brought before its department's leader, or taken back before anybody has decided on it. */
const newPartSubmission = z.strictObject({
  id: uuid,
  ...oneTarget,
  base: seq.meta({ description: 'The last seq that was seen' }),
  act: z.enum(SUBMISSION_ACTS),
});
export const newPartSubmissions = z.strictObject({ submissions: z.array(newPartSubmission).min(1).max(MOST_PARTS) });

export const loadAnswer = z.object({
  items: z.array(
    assignment.extend({
      round: z.object({ id: slug, title: z.string(), year: z.number() }),
      body: named,
      /** The item, or the first that a figure is for; null where none is. */
      item: targetId.nullable(),
      /** What the item or figure is called. */
      title: z.string(),
      /** What was said when it was returned, or when the body put other points beside it. */
      said: z.string().nullable(),
      /** Who said that, or did it without a word. */
      saidBy: personName.nullable(),
      /** When it must be done: by its own date, or by the end of the body's self-assessment; null: at no moment. */
      closes: moment.nullable(),
      /** It was submitted or passed on, and I am the one to decide now. */
      waitsForMe: z.boolean(),
    }),
  ),
});
