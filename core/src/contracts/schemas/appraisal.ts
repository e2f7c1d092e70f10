import { z } from 'zod';
import { LONGEST_REMARK } from '../../appraisal/explanation.ts';
import { SECOND_ACT_NAMES } from '../../appraisal/second-person.ts';
import { VERDICT_STATES } from '../../appraisal/verdict-state.ts';
import { MOST_CITATIONS } from '../../ledger/citations.ts';
import { STAGES, TARGET_KINDS } from '../../ledger/entry.ts';
import { SITE_CHECK, TEXT_LIMITS } from '../../ledger/fields.ts';
import { RUNNING_STATES } from '../../ranking/running-sheet.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { STEPS } from '../../round/steps.ts';
import { SOURCES } from '../../scheme/types.ts';
import { day, moment, personName, slug, uuid } from './fields.ts';
import { ownCauseGrounds } from './interests.ts';
import { rounding } from './points.ts';
import { enteredBy, fieldValue, MOST_FIGURES, roundParams, sheetParams, targetId, wholeSheetAct } from './sheets.ts';

const fraction = z.string().meta({ description: 'n/d in lowest terms' });
const count = z.number().int().min(0);
const body = z.object({ id: slug, name: z.string(), code: z.string().nullable(), block: z.string().nullable() });

/**
 * Of the items (or bodies) that are to be appraised: all, decided, decided otherwise than claimed, claims that nothing arose which nobody has decided; what
 * nobody has given a verdict on yet; verdicts that wait for a second person, and those of them that the asker may confirm; explanations
 * that wait for the second appraisal.
 */
const progress = {
  toAppraise: count,
  decided: count,
  changed: count,
  openClaims: count,
  left: count,
  proposed: count,
  toConfirm: count,
  answersWaiting: count,
};

const head = {
  round: slug,
  title: z.string(),
  year: z.number(),
  rounding,
  at: moment,
  closedAt: moment.nullable(),
  /** In which verdicts are given; with extensions for single bodies a step may be open to these longer. */
  steps: z.array(z.object({ step: z.enum(STEPS), opens: moment, closes: moment, open: z.boolean() })),
  /** The reasons that are offered, in the reader's language. */
  reasons: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Points from which on a verdict needs a second person; null: one decides. */
  secondPersonOver: z.string().nullable(),
};

/** The code of a reason with its words, and what was said beside it. */
const reason = z.object({ code: z.string().nullable(), name: z.string().nullable(), text: z.string().nullable() });

const item = { code: z.string(), domain: z.string(), title: z.string(), source: z.enum(SOURCES) };

/** Whether the body scores it no more, and of a body, anything: it has frozen or sent its sheet, or its time is over, extended or reopened as it may be. */
const ready = z.boolean();

const time = {
  ready,
  /** The stage that a verdict belongs to now, extensions of its body counted; null while no step of appraisal is open. */
  stage: z.enum(STAGES).nullable(),
};

/** Of what the asker's bodies appraise: all; given to the asker by name; given to nobody. */
const share = z.enum(['all', 'given', 'ungiven']);
export const appraisalQueueQuery = z.strictObject({
  share: share.optional().meta({ description: 'Absent: what is given to the asker, if anything is; else all' }),
});

/** Bodies that the asker does not appraise, as they would decide in their own cause; nothing else is told of them. */
const ownCauses = z.array(z.object({ body, grounds: ownCauseGrounds }));

export const appraisalQueueAnswer = z.object({
  ...head,
  /** Whether the asker appraises something in the round; then only that is counted, else all. */
  mine: z.boolean(),
  share,
  /** What waits for a verdict: given to the asker, to nobody, to others. */
  shares: z.object({ given: count, ungiven: count, others: count }),
  ownCauses,
  domains: z.array(z.object({ code: z.string(), title: z.string() })),
  items: z.array(z.object({ ...item, ...progress })),
  bodies: z.array(z.object({ body, state: z.enum(SHEET_STATES), ready, ...progress })),
});

const standing = z.object({ state: z.enum(RUNNING_STATES), points: fraction, maximum: fraction });

/** One item of one body: what it claims, what stands now, who decided it last and why. */
const appraised = {
  claimed: standing,
  /** After the last verdict; the claim itself while there is none. */
  now: standing,
  verdict: z.enum(VERDICT_STATES),
  /** The last verdict on the item; null while there is none. */
  last: z
    .object({
      stage: z.enum(STAGES),
      at: moment,
      by: z.object({ id: z.string(), name: z.string() }),
      reason,
    })
    .nullable(),
  /** A verdict that waits for a second person and does not count yet, with what it changes, figures first. */
  proposed: z
    .object({
      id: uuid,
      stage: z.enum(STAGES),
      at: moment,
      by: z.object({ id: z.string(), name: z.string() }),
      reason,
      verdicts: z.array(z.object({ target: z.object({ kind: z.enum(TARGET_KINDS), id: z.string() }), changes: z.record(z.string(), z.unknown()) })),
      /** What the asker may do with it now. */
      acts: z.array(z.enum(SECOND_ACT_NAMES)),
    })
    .nullable(),
  /** Whether the body has explained it and nobody has decided on that yet. */
  answerWaits: z.boolean(),
  /** Points of the year before, as a number; null where nothing is known of it. */
  before: z.string().nullable(),
};

const figureValue = z.union([z.string(), z.boolean()]).meta({ description: 'A number as text, a date, or yes and no' });

/** An official figure of whoever appraises, as it stands beside the claimed one. */
export const officialFigure = z.object({
  value: figureValue,
  /** The document or publication; null: lawfully erased. */
  source: z.string().nullable(),
  /** Of the source. */
  date: day.nullable(),
  seq: z.number(),
  by: personName,
  at: moment,
});

/** Whether the asker may decide on it, and the persons to whom their body gave it. */
const whose = { mine: z.boolean(), holders: z.array(personName) };

export const appraisalItemParams = roundParams.extend({ item: z.string().min(1).max(100) });
export const appraisalItemAnswer = z.object({
  ...head,
  item: z.object(item),
  /** Whether the asker appraises it. */
  mine: z.boolean(),
  /** The figures that its points follow from. */
  figures: z.array(z.object({ id: z.string(), title: z.string() })),
  ownCauses,
  rows: z.array(
    z.object({
      body,
      state: z.enum(SHEET_STATES),
      /** The last entry of the sheet that this was read at: what a verdict is given over. */
      seq: count,
      /**
       * Whether all its figures stand as official statistics or the official figures of whoever appraises say, its body said nothing else, and
       * nobody has decided: many such are accepted at once.
       */
      official: z.boolean(),
      /** Each figure that was claimed or is known officially: as its body claims it, as it stands now, and the official one. */
      figures: z.array(z.object({ figure: z.string(), claimed: figureValue.nullable(), now: figureValue.nullable(), official: officialFigure.nullable() })),
      ...time,
      ...whose,
      ...appraised,
    }),
  ),
});

export const appraisalBodyParams = sheetParams;
export const appraisalBodyAnswer = z.object({
  ...head,
  body,
  state: z.enum(SHEET_STATES),
  /** Why the asker does not appraise it; null where they may. */
  ownCause: ownCauseGrounds.nullable(),
  domains: z.array(z.object({ code: z.string(), title: z.string() })),
  rows: z.array(
    z.object({
      ...{ item: z.object(item), ...time, ...whose, ...appraised },
      /** The last verdict on its forebear in the round of the year before, as far as the asker sees it; null: none. */
      decidedBefore: z.object({ stage: z.enum(STAGES), reason }).nullable(),
    }),
  ),
});

/** What becomes of a verdict that waits for a second person. */
export const newSecondDecision = z.strictObject({
  id: uuid,
  proposal: uuid.meta({ description: 'The verdict that waits, as it was seen' }),
  act: z.enum(SECOND_ACT_NAMES),
  text: z.string().trim().min(1).max(2_000).nullable().default(null).meta({ description: 'Why; needed where it is returned' }),
});

/** What a check on site found (xác minh thực tế), with its minutes; null takes it back. */
export const newSiteCheck = z.strictObject({
  id: uuid,
  base: wholeSheetAct.shape.base,
  check: z
    .strictObject({
      date: day.meta({ description: 'The day of the check, not after today' }),
      team: z
        .string()
        .trim()
        .min(1)
        .max(TEXT_LIMITS[SITE_CHECK.team] as number)
        .meta({ description: 'Who went, of the appraisers and of the body' }),
      found: z.string().trim().min(1).max(LONGEST_REMARK),
      citations: z
        .array(z.string().max(500))
        .min(1)
        .max(MOST_CITATIONS)
        .meta({ description: 'The minutes, and what else was seen: documents of the body’s library' }),
    })
    .nullable(),
});

/** Official figures of whoever appraises an item, beside the claimed ones; without changes one is taken back. */
export const newOfficialFigures = z.strictObject({
  origin: enteredBy,
  base: wholeSheetAct.shape.base,
  figures: z
    .array(
      z.strictObject({
        id: uuid,
        figure: targetId,
        changes: z.record(z.string(), fieldValue).meta({ description: 'value, source and date, all of them; empty: it is taken back' }),
      }),
    )
    .min(1)
    .max(MOST_FIGURES),
});
