import { z } from 'zod';
import { BODY_KINDS } from '../../bodies/types.ts';
import { STAGES } from '../../ledger/entry.ts';
import { RANKED_AMONG, RANKING_SHOWN } from '../../round/ranking-shown.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { TEXT_KINDS, TEXTS_SHOWN } from '../../round/texts-to-publish.ts';
import { COMPARABILITIES } from '../../scheme/comparability.ts';
import { ON_WHICH_INDEX } from '../../scheme/types.ts';
import { ITEM_STATES, REASONS_WITHOUT_INDEX } from '../../scoring/result.ts';
import { moment, pageOf, pageQuery, personName, slug, uuid } from './fields.ts';
import { count, fraction, index } from './quantities.ts';
import { reckonedOf } from './reckoned.ts';
import { letterQuery } from './sendings.ts';
import { roundParams, sheetParams } from './sheets.ts';

export const runningRankingQuery = z.strictObject({
  stage: z.enum(STAGES).optional().meta({
    description:
      'Each sheet counts at the last stage that it has reached up to this one. Default: the last stage at which no place is missing for want of a decision',
  }),
  among: z.enum(RANKED_AMONG).default('all').meta({ description: 'frozen: only bodies that have frozen or sent their sheets, ranked among each other' }),
});

/** What somebody sees of a ranking: all places; those of their own bodies among all; no places, only what their own bodies score themselves. */
export const RANKING_VIEWS = ['whole', 'ownPlace', 'own'] as const;

const placed = {
  asked: count,
  answered: count,
  claims: count,
  /** Of the items asked, those on which whoever appraises has decided, up to the stage that is ranked; none at the claimed one. */
  decided: count,
  points: fraction,
  maximum: fraction,
  /** Points of a hundred of the body's own maximum; null while nothing has points. */
  index: index.nullable(),
  /** null outside the ranking, without an index, where places are not shown, and at a stage of those who appraise while an item is not decided. */
  rank: count.nullable(),
  /** Against the year before, on the items that have points in both, in points of a hundred of their maximum. */
  change: z.object({ items: count, index, now: index, before: index }).nullable(),
};

export const runningRankingRow = z.object({
  body: z.object({ id: slug, name: z.string(), code: z.string().nullable(), block: z.string().nullable() }),
  /** Whether the asker works for it. */
  own: z.boolean(),
  state: z.enum(SHEET_STATES),
  /** Whether the round ranks it. */
  ranked: z.boolean(),
  ...placed,
  /** Among the bodies of its block. */
  blockRank: count.nullable(),
  domains: z.array(z.object({ code: z.string(), ...placed })),
});

export const runningRankingAnswer = z.object({
  ...reckonedOf,
  view: z.enum(RANKING_VIEWS),
  /** The owner's choice. */
  shown: z.enum(RANKING_SHOWN),
  stage: z.enum(STAGES),
  /** Stages that some sheet has reached; only these can be asked for. */
  stages: z.array(z.enum(STAGES)),
  among: z.enum(RANKED_AMONG),
  /** Over which bodies the edition ranks: all, or each block by itself. */
  within: z.enum(['all', 'block']),
  /** Which index it ranks by: before it is rounded, or as it is written. */
  on: z.enum(ON_WHICH_INDEX),
  /** How many take part, as far as they are ranked among each other, and how many of them have a place. */
  bodies: count,
  placed: count,
  /** The year that changes are against, and at which stages its points are, as far as they are known; null where nothing of it is known. */
  before: z.object({ year: z.number(), stages: z.array(z.enum(STAGES)) }).nullable(),
  domains: z.array(z.object({ code: z.string(), title: z.string() })),
  /** By place, those without one last. */
  rows: z.array(runningRankingRow),
});

/** What a body came to by a stage, and against the stage before. */
const finalStep = z.object({
  stage: z.enum(STAGES),
  index: index.nullable(),
  change: index.nullable(),
  /** The place that the round would have given then; null without one, and where places are not told yet. */
  rank: count.nullable(),
});

const finalPart = z.object({ points: fraction, maximum: fraction, index: index.nullable() });

export const finalRankingRow = z.object({
  body: z.object({ id: slug, name: z.string(), code: z.string().nullable(), block: z.string().nullable() }),
  own: z.boolean(),
  ranked: z.boolean(),
  ...finalPart.shape,
  bonus: fraction,
  penalty: fraction,
  /** With bonus and penalty; null without an index. */
  total: fraction.nullable(),
  /** null outside the ranking, without an index, and where places are not told yet. */
  rank: count.nullable(),
  /** Among the bodies of its block. */
  blockRank: count.nullable(),
  /** In the round that this one was copied from, where it is closed; null where nothing of it is told. */
  lastYear: z.object({ index: index.nullable(), rank: count.nullable() }).nullable(),
  /** Of the edition's classes. */
  class: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** Why there is no index. */
  reason: z.enum(REASONS_WITHOUT_INDEX).nullable(),
  /** Each with the place in it; null where it is not told, or was not kept. */
  domains: z.array(finalPart.extend({ code: z.string(), rank: count.nullable() })),
  /** In the order of the stages; empty where the asker is told no more than the place. */
  steps: z.array(finalStep),
});

export const finalRankingAnswer = z.object({
  ...reckonedOf,
  ownerKind: z.enum(BODY_KINDS),
  view: z.enum(RANKING_VIEWS),
  /** Who had it computed, when and of what; null to those who take part. */
  made: z.object({ by: personName, at: moment, snapshotHash: z.string(), resultHash: z.string() }).nullable(),
  /** Whether it is missing, and the asker can have it computed. */
  missing: z.boolean(),
  mayKeep: z.boolean(),
  within: z.enum(['all', 'block']),
  on: z.enum(ON_WHICH_INDEX),
  bodies: count,
  placed: count,
  /** The year of the closed round that this one was copied from; null where there is none. */
  before: z.object({ year: z.number() }).nullable(),
  domains: z.array(z.object({ code: z.string(), title: z.string() })),
  /** By place, those without one last. */
  rows: z.array(finalRankingRow),
});

/** What is submitted with the result of a closed round: the submission (Tờ trình), and the draft of the decision that approves it. */
export const RESULT_PAPERS = ['submission', 'decision'] as const;
export type ResultPaper = (typeof RESULT_PAPERS)[number];
export const resultPaperParams = roundParams.extend({ paper: z.enum(RESULT_PAPERS) });

/** As a letter, or as a workbook of its annex. */
export const closingLetterQuery = letterQuery.extend({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') });

const itemStanding = z.object({ state: z.enum(ITEM_STATES), points: fraction, maximum: fraction });

/** An item that lacks points of its maximum in the final result. */
const finalLoss = z.object({
  code: z.string(),
  title: z.string(),
  domain: z.string(),
  lost: fraction,
  claimed: itemStanding,
  final: itemStanding,
  /** Of the last decision on it; null where nobody decided otherwise than claimed, or gave none. */
  reason: z.string().nullable(),
  /** What its next points would have wanted, in sentences; empty where nothing reliable can be said. */
  needs: z.array(z.string()),
});

const yearPart = z.object({ points: fraction, maximum: fraction });

/** An item beside the year before. */
const itemOfYears = z.object({
  code: z.string(),
  title: z.string(),
  flag: z.enum(COMPARABILITIES),
  /** Why, in sentences; empty where nothing changed. */
  why: z.string(),
  now: yearPart,
  before: yearPart.nullable(),
  /** In points of a hundred of the maximum of each year; null where it cannot be compared. */
  change: index.nullable(),
});

export const finalBodyAnswer = z.object({
  ...reckonedOf,
  ownerKind: z.enum(BODY_KINDS),
  row: finalRankingRow,
  /** How many have a place among which its own is; null where it is not told. */
  placed: count.nullable(),
  domains: z.array(z.object({ code: z.string(), title: z.string() })),
  /** What each stage moved, item by item, in the scheme's order. */
  moves: z.array(
    z.object({
      stage: z.enum(STAGES),
      items: z.array(z.object({ code: z.string(), title: z.string(), before: itemStanding, after: itemStanding, reason: z.string().nullable() })),
    }),
  ),
  /** The most lost first; null where it was not kept at the closing. */
  losses: z.array(finalLoss).nullable(),
  /** Beside the year before, in the scheme's order; null where nothing of it is known. */
  years: z
    .object({
      year: z.number(),
      /** Over the items that can be compared without reserve. */
      like: z.object({ items: count, now: index, before: index, change: index }).nullable(),
      items: z.array(itemOfYears),
    })
    .nullable(),
});

/** What each body lost at each item, for whoever sees the round whole. */
export const finalLossesAnswer = z.object({
  ...reckonedOf,
  domains: z.array(z.object({ code: z.string(), title: z.string() })),
  items: z.array(z.object({ code: z.string(), title: z.string(), domain: z.string() })),
  /** By place; points in the order of the items, null where an item did not count for a body. */
  rows: z.array(
    z.object({
      body: z.object({ id: slug, name: z.string(), block: z.string().nullable() }),
      items: z.array(yearPart.nullable()),
    }),
  ),
});

export const textsToPublishQuery = pageQuery.extend({
  show: z
    .enum(TEXTS_SHOWN)
    .default('found')
    .meta({ description: 'found: something may be personal data and nobody has looked; open: nobody has looked; looked: somebody has; all' }),
});
export const textParams = sheetParams.extend({ text: uuid });

/** A reason or an explanation on an item, in the version that stands. */
export const textToPublish = z.object({
  id: uuid,
  body: z.object({ id: slug, name: z.string() }),
  item: z.object({ code: z.string(), title: z.string() }),
  kind: z.enum(TEXT_KINDS),
  text: z.string(),
  /** Passages that may be personal data. */
  found: z.array(z.string()),
  /** How often it was said what is masked. */
  version: count,
  /** What is masked, and by whom; null: nobody has looked, and what is found is masked. */
  mask: z.object({ passages: z.array(z.string()), by: personName, at: moment }).nullable(),
});

export const textsToPublish = pageOf(textToPublish).extend({
  round: slug,
  /** Of all texts: how many there are, how many are asked for by each choice, and in how many something is masked by who looked. */
  counts: z.object({ found: count, open: count, looked: count, all: count, masked: count }),
});

/** Passages as they are written in the text: each is masked every time it occurs; none: there is nothing to mask. */
export const maskOfText = z.strictObject({
  passages: z.array(z.string().min(1).max(1_000)).max(200),
  version: z.number().int().min(0).max(2_147_483_647).meta({ description: 'That was seen; 0: nobody has looked yet' }),
});
