import { z } from 'zod';
import { LONGEST_REMARK, REPLY_KINDS } from '../../appraisal/explanation.ts';
import { BODY_KINDS } from '../../bodies/types.ts';
import { AGENDA_STATES } from '../../council/session-states.ts';
import { MOST_CITATIONS } from '../../ledger/citations.ts';
import { REPLY_PART_ACTS } from '../../ledger/entry.ts';
import { PART_STANDINGS } from '../../ledger/part.ts';
import { RUNNING_STATES } from '../../ranking/running-sheet.ts';
import { EXPLANATION_STATES } from '../../round/explanation-states.ts';
import { STEPS } from '../../round/steps.ts';
import { NOTICED_STAGES } from '../../round/told-verdicts.ts';
import { officialFigure } from './appraisal.ts';
import { toldConsequences } from './consequences.ts';
import { day, decision, moment, personName, slug, uuid } from './fields.ts';
import { rounding } from './points.ts';
import { frozenMatter, REPORT_FORMATS, reportForm, sendingRow, unusedPermission } from './sendings.ts';
import { roundParams, sheetParams, wholeSheetAct } from './sheets.ts';

const fraction = z.string().meta({ description: 'n/d in lowest terms' });
const standing = z.object({ state: z.enum(RUNNING_STATES), points: fraction, maximum: fraction });
const said = z.string().trim().min(1).max(LONGEST_REMARK);
const base = wholeSheetAct.shape.base;

/** What somebody said of an item. */
const remark = z.object({ seq: z.number(), text: z.string(), by: personName, at: moment });

/** What was decided at a stage, and why. */
const decided = standing.extend({ reason: z.object({ code: z.string().nullable(), name: z.string().nullable(), text: z.string().nullable() }) });

/** What a department has written of an item, and how far that is. */
const replyPart = z.object({
  to: z.object({ id: slug, name: z.string() }),
  /** Who does it there, where that was said. */
  person: personName.nullable(),
  /** By its own date, or by the end of the body's time. */
  closes: moment.nullable(),
  late: z.boolean(),
  note: z.string().nullable(),
  state: z.enum(['none', ...PART_STANDINGS]),
  proposal: remark.extend({ id: uuid, kind: z.enum(REPLY_KINDS), citations: z.array(z.string()) }).nullable(),
  /** What was said when it was returned last, while it is. */
  said: remark.nullable(),
  /** What the reader may do about it now. */
  moves: z.array(z.enum([...REPLY_PART_ACTS, 'take', 'reply'])),
});

const explainedItem = z.object({
  item: z.object({ code: z.string(), domain: z.string(), title: z.string() }),
  claimed: standing,
  /** After the first appraisal. */
  appraised: decided,
  /** After the second appraisal; null while nothing was decided there, or it is not told. */
  second: decided.nullable(),
  /** Whether the first appraisal differs from the claim. */
  contested: z.boolean(),
  /** Whether the body is to explain it: it is contested, or has a question. Others were changed by the second appraisal alone. */
  toExplain: z.boolean(),
  /** Whether the body may bring it before the council, in the time for that: it stands otherwise than claimed, and was not accepted. */
  disputable: z.boolean(),
  /** What the appraiser wants to be explained; null: nothing beyond the difference. */
  question: remark.nullable(),
  /** What the body answers; null where it does not, or it is not told. */
  reply: remark.extend({ kind: z.enum(REPLY_KINDS), citations: z.array(z.string()) }).nullable(),
  /** The department that has the item in hand for the explanation, told to it and to its body; null where none has, or it is not told. */
  part: replyPart.nullable(),
  /** That the body contests the item still, and asks the council to look at it. */
  dispute: remark.nullable(),
});

/** What was found on site of an item, with the day, who went, and the minutes. */
const siteCheck = remark.extend({
  item: z.object({ code: z.string(), title: z.string() }),
  date: day,
  /** null: lawfully erased. */
  team: z.string().nullable(),
  citations: z.array(z.string()),
});

/** With the letter as it was made when it was recorded, files of the round. */
const notice = z.object({
  number: z.string(),
  date: day,
  by: personName,
  at: moment,
  files: z.array(z.object({ id: uuid, kind: z.enum(REPORT_FORMATS) })),
});

/** On the agenda of which session of the council an item is, or was last. */
const onAgenda = z.object({
  /** null to whoever does not read what the council does. */
  session: uuid.nullable(),
  number: z.number(),
  startsAt: moment.nullable(),
  /** To a body open until it is told what was concluded. */
  state: z.enum(AGENDA_STATES),
});

export const explanationAnswer = z.object({
  round: z.object({ id: slug, title: z.string() }),
  body: z.object({ id: slug, name: z.string() }),
  rounding,
  seq: z.number(),
  /** Whether the reader is told what was decided at the first appraisal. */
  told: z.boolean(),
  /** Whether the reader is told of all of it; not a department, which has the items in its hands. */
  whole: z.boolean(),
  state: z.enum(EXPLANATION_STATES),
  /** When the body may answer; null: the round has no such step. */
  step: z.object({ opens: moment, closes: moment, open: z.boolean() }).nullable(),
  notices: z.object({ appraised: notice.nullable(), second: notice.nullable() }),
  /** Items that stand otherwise than claimed after either appraisal, and those with a question, in the scheme's order. */
  items: z.array(explainedItem),
  /** Items that the council looks at or has concluded on, in the scheme's order; what was concluded as far as it is told. */
  council: z.array(z.object({ item: z.object({ code: z.string(), title: z.string() }), agenda: onAgenda.nullable(), concluded: decided.nullable() })),
  /** What was found on site, as far as it is told, in the scheme's order. */
  siteChecks: z.array(siteCheck),
  /** Official figures of whoever appraises, beside what the body claims, as far as they are told; with the items that use each. */
  officialFigures: z.array(
    officialFigure.extend({
      figure: z.object({ id: z.string(), title: z.string() }),
      claimed: officialFigure.shape.value.nullable(),
      items: z.array(z.string()),
    }),
  ),
  /** Until when the body may ask the council to look at an item; null: not now. */
  disputing: z.object({ until: moment.nullable() }).nullable(),
  frozen: frozenMatter.nullable(),
  permission: unusedPermission.nullable(),
  /** The last one first. */
  sendings: z.array(sendingRow),
});

export const explainedItemParams = sheetParams.extend({ item: z.string().min(1).max(100) });

export const newReply = z.strictObject({
  id: uuid,
  base,
  kind: z.enum(REPLY_KINDS),
  text: said.nullable().default(null).meta({ description: 'Whoever explains says why; whoever accepts may leave it out' }),
  citations: z.array(z.string().max(500)).max(MOST_CITATIONS).default([]).meta({ description: 'Documents of the body’s library, as in the sheet' }),
  takes: uuid.optional().meta({ description: 'The proposal of a department that it takes, as its leader has approved it' }),
});

/** What a department proposes to answer. */
export const newProposedReply = newReply.omit({ takes: true });

/** What is done about a department's part of an explanation; whoever returns it says why. */
export const replyPartMove = z.strictObject({
  id: uuid,
  base,
  act: z.enum(['submit', 'recall', 'pass', 'accept', 'return']),
  reason: z.string().trim().min(1).max(2_000).optional(),
});

/** A question of an appraiser, or that a body contests an item still; null takes it back. */
export const newRemark = z.strictObject({ id: uuid, base, text: said.nullable() });

export const remarkAnswer = z.object({ seq: z.number(), replayed: z.boolean() });
export const explanationStanding = z.object({ seq: z.number(), state: z.enum(EXPLANATION_STATES), replayed: z.boolean() });

export const appraisalNotices = z.object({
  round: slug,
  title: z.string(),
  /** What kind of body issues them: by it, who usually signs. */
  ownerKind: z.enum(BODY_KINDS),
  stages: z.array(
    z.object({
      stage: z.enum(NOTICED_STAGES),
      /** The step after which it is sent; null: the round has no such step. */
      step: z.object({ step: z.enum(STEPS), opens: moment, closes: moment }).nullable(),
      /** From when bodies are told by the calendar; null: only with the notice, or once the round is closed. */
      toldAt: moment.nullable(),
      bodies: z.array(
        z.object({
          body: z.object({ id: slug, name: z.string() }),
          /** Items decided otherwise than claimed, and those with a question. */
          contested: z.number(),
          asked: z.number(),
          /** Items that nobody has decided. */
          undecided: z.number(),
          /** Whether the appraisal of this body is over, so that its notice may be recorded. */
          over: z.boolean(),
          notice: notice.nullable(),
          state: z.enum(EXPLANATION_STATES),
        }),
      ),
    }),
  ),
});

export const newAppraisalNotices = z.strictObject({
  id: uuid,
  stage: z.enum(NOTICED_STAGES),
  bodies: z.array(slug).min(1).max(5_000),
  document: decision,
  numbers: z
    .array(z.strictObject({ body: slug, number: decision.shape.number }))
    .max(5_000)
    .default([])
    .meta({ description: 'Numbers of single letters, where not all have that of the document' }),
  form: reportForm.optional().meta({ description: 'Who signs the letters, where, and who gets them besides; left out: left blank' }),
  told: toldConsequences,
});

export const appraisalNoticesParams = roundParams.extend({ stage: z.enum(NOTICED_STAGES) });
export const appraisalNoticeParams = appraisalNoticesParams.extend({ body: slug });

export const disputesAnswer = z.object({
  round: slug,
  title: z.string(),
  rounding,
  items: z.array(
    z.object({
      body: z.object({ id: slug, name: z.string() }),
      item: z.object({ code: z.string(), domain: z.string(), title: z.string() }),
      claimed: standing,
      now: standing,
      dispute: remark,
      /** null: on none yet, or not told. */
      agenda: onAgenda.nullable(),
    }),
  ),
});
