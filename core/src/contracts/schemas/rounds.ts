import { z } from 'zod';
import { MOST_OWN_CAUSE_MONTHS } from '../../appraisal/own-cause.ts';
import { DEADLINE_ACTS } from '../../round/deadline.ts';
import { OPENING_LACKS, OPENING_WARNINGS } from '../../round/opening.ts';
import { ROUND_PARTS } from '../../round/parts.ts';
import { RANKING_SHOWN } from '../../round/ranking-shown.ts';
import { STEPS } from '../../round/steps.ts';
import { toldConsequences } from './consequences.ts';
import { editionId } from './editions.ts';
import { day, moment, pageOf, shortText, slug, uuid, version } from './fields.ts';

const MOST_PARTICIPANTS = 5_000;
const MOST_EXCLUSIONS = 20_000;
const MOST_DOMAIN_OWNERS = 2_000;

/** A moment in a round's calendar: far years are mistakes, and no clock reads them. */
export const calendarMoment = moment.refine((text) => text >= '1990' && text < '2300');

const year = z.number().int().min(2000).max(2200);
const code = z.string().min(1).max(100);

export const newRound = z.strictObject({
  id: slug,
  ownerBody: slug,
  year,
  title: shortText.optional().meta({ description: 'Needed where nothing is copied' }),
  edition: editionId.optional(),
  copyFrom: slug.optional().meta({ description: 'A round whose parts come along, each to be confirmed' }),
});

/** Most reasons of a list that is chosen from. */
const MOST_REASONS = 60;
const reasonWords = { name: z.string().trim().min(1).max(200), english: z.string().trim().min(1).max(200).nullable() };

export const changedRound = z.strictObject({
  version,
  title: shortText.optional(),
  year: year.optional(),
  edition: editionId.optional(),
  deadlineAct: z
    .enum(DEADLINE_ACTS)
    .nullable()
    .optional()
    .meta({ description: 'What of a sheet must be done before the self-assessment closes; null: neither' }),
  ownCauseMonths: z
    .number()
    .int()
    .min(0)
    .max(MOST_OWN_CAUSE_MONTHS)
    .optional()
    .meta({ description: 'For how many months after somebody left a body its sheet is their own cause' }),
  rankingShown: z.enum(RANKING_SHOWN).optional().meta({ description: 'To whom, besides those who see all sheets, the ranking is shown while the round runs' }),
  verdictReasons: z
    .array(z.strictObject({ code: code.nullable().default(null), ...reasonWords }))
    .min(1)
    .max(MOST_REASONS)
    .optional()
    .meta({
      description:
        'The reasons that whoever appraises chooses from, in order; one for which verdicts were given keeps its words and is retired where it is left out or worded otherwise',
    }),
  secondPersonOver: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,4})?$/)
    .nullable()
    .optional()
    .meta({ description: 'A verdict that moves an item by more points than this counts once a second person has confirmed it; null: one decides' }),
});
export const versionSeen = z.strictObject({ version });
/** What deserves a second look is told before a round opens, as the consequences of other acts are. */
export const roundOpening = versionSeen.extend({
  told: z
    .array(z.enum(OPENING_WARNINGS))
    .max(OPENING_WARNINGS.length)
    .default([])
    .meta({ description: 'The codes of the warnings that whoever asks was told; missing ones are answered with `consequencesUntold`' }),
});

export const partParams = z.strictObject({ round: slug, part: z.enum(ROUND_PARTS) });
export const stepParams = z.strictObject({ round: slug, step: z.enum(STEPS) });

const participant = z.strictObject({ body: slug, block: shortText.nullable().optional(), ranked: z.boolean().optional() });
export const participants = z.strictObject({ version, participants: z.array(participant).max(MOST_PARTICIPANTS) });

/** `decision`: the document of the round by which it was decided. */
const exclusion = z.strictObject({ body: slug, item: code, legalBasis: z.string().trim().min(1).max(1_000), decision: uuid.nullable().default(null) });
export const exclusions = z.strictObject({ version, exclusions: z.array(exclusion).max(MOST_EXCLUSIONS), told: toldConsequences });

const domainOwner = z.strictObject({
  domain: code,
  item: code.nullable().default(null).meta({ description: 'null: all items of the domain that are not named by themselves' }),
  body: slug,
});
export const domainOwners = z.strictObject({ version, domainOwners: z.array(domainOwner).max(MOST_DOMAIN_OWNERS) });

const stepTimes = z.strictObject({ step: z.enum(STEPS), opens: calendarMoment, closes: calendarMoment });
export const steps = z.strictObject({ version, steps: z.array(stepTimes).max(STEPS.length), told: toldConsequences });
export const changedStep = z.strictObject({ version, opens: calendarMoment.optional(), closes: calendarMoment.optional(), told: toldConsequences });

const state = z.enum(['draft', 'open', 'closed']);

export const roundRow = z.object({
  id: slug,
  ownerBody: z.object({ id: slug, name: z.string() }),
  year: z.number(),
  title: z.string(),
  edition: editionId.nullable(),
  state,
  version,
});
export const roundList = pageOf(roundRow);

export const roundStep = z.object({
  step: z.enum(STEPS),
  opens: moment,
  closes: moment,
  /** By the calendar and the moment of the request; extensions of single bodies stand in the register. */
  open: z.boolean(),
  /** There where the last day falls on a day off; nothing shifts by itself. */
  dayOff: z.object({ day, name: z.string().nullable(), nextWorkingDay: day }).nullable(),
  version,
});

export const roundAnswer = roundRow.extend({
  editionState: z.enum(['draft', 'adopted']).nullable(),
  copiedFrom: slug.nullable(),
  createdAt: moment,
  openedAt: moment.nullable(),
  closedAt: moment.nullable(),
  /** What of a sheet must be done before the self-assessment closes; null: neither. */
  deadlineAct: z.enum(DEADLINE_ACTS).nullable(),
  /** To whom, besides those who see all sheets, the ranking is shown while the round runs. */
  ownCauseMonths: z.number().int(),
  rankingShown: z.enum(RANKING_SHOWN),
  /** From which reasons whoever appraises chooses; those retired stand last. */
  verdictReasons: z.array(z.object({ code: z.string(), name: z.string(), english: z.string().nullable(), retired: z.boolean() })),
  /** Points from which on a verdict needs a second person; null: one decides. */
  secondPersonOver: z.string().nullable(),
  steps: z.array(roundStep),
  /** The asker's memberships by which they see what surveys gave in the round. */
  estimateReaders: z.array(uuid),
  participants: z.array(z.object({ body: slug, name: z.string(), type: z.string().nullable(), block: z.string().nullable(), ranked: z.boolean() })),
  exclusions: z.array(z.object({ body: slug, item: z.string(), legalBasis: z.string(), decision: uuid.nullable() })),
  domainOwners: z.array(z.object({ domain: z.string(), item: z.string().nullable(), body: slug, name: z.string() })),
  /** Copied parts that nobody has confirmed yet. */
  unconfirmed: z.array(z.enum(ROUND_PARTS)),
  /** What deserves a second look though it is allowed. */
  warnings: z.array(z.object({ code: z.enum(OPENING_WARNINGS), text: z.string(), about: z.array(z.string()) })),
});

export const openingAnswer = z.object({
  ready: z.boolean(),
  remarks: z.array(z.object({ code: z.enum([...OPENING_LACKS, ...OPENING_WARNINGS]), blocks: z.boolean(), text: z.string(), about: z.array(z.string()) })),
});
