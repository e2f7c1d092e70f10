import { inLanguage, type Language } from '@parindex/core';
import { isAppraised, verdictState } from '@parindex/core/appraisal/verdict-state';
import type { appraisalBodyAnswer, appraisalItemAnswer, appraisalQueueAnswer } from '@parindex/core/contracts/schemas/index';
import type { Stage } from '@parindex/core/ledger/index';
import { declaringStep } from '@parindex/core/progress/index';
import { type RunningItem, type RunningStage, runningAt } from '@parindex/core/ranking/running-sheet';
import type { Membership } from '@parindex/core/rights/index';
import { type AppraisalShare, appraisersOfItem, closingFor, type Step } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { ownItemsOf } from '../editions/checks.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound, BoardSheet } from '../progress/queries/board.ts';
import { stepsOfPlan } from '../progress/read-board.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { type LastVerdict, readAppraisalShares, readPointsBefore, readVerdictsOfBody, readVerdictsOnItem } from './queries/verdicts.ts';

export type AppraisalQueue = z.output<typeof appraisalQueueAnswer>;
type ItemAnswer = z.output<typeof appraisalItemAnswer>;
type BodyAnswer = z.output<typeof appraisalBodyAnswer>;

/** What an appraisal is read by: who asks, when, in which language. */
export interface AppraisalReader {
  readonly memberships: readonly Membership[];
  readonly making: BoardMaking;
  readonly moment: Date;
  readonly language: Language;
}

interface AppraisedItem {
  /** As it is told. */
  readonly told: Pick<AppraisalQueue['items'][number], 'code' | 'domain' | 'title' | 'source'>;
  /** Whether the asker's bodies appraise it. */
  readonly mine: boolean;
}

/** The steps in which verdicts are given. */
const STEPS_OF_APPRAISAL: readonly Step[] = ['appraisal', 'secondAppraisal', 'council'];

function headOf(plan: BoardRound, { scheme }: ReadyEdition, moment: Date) {
  return {
    round: plan.round,
    title: plan.title,
    year: plan.year,
    rounding: scheme.rounding,
    at: moment.toISOString(),
    closedAt: plan.closedAt?.toISOString() ?? null,
    steps: stepsOfPlan(plan, moment).filter(({ step }) => STEPS_OF_APPRAISAL.includes(step)),
  };
}

/** A sheet as it is told beside its appraisal. */
function presentSheet(plan: BoardRound, sheet: BoardSheet, moment: Date) {
  const { steps, extensions } = calendarOf(plan);
  const declaring = declaringStep(steps);
  const over = !declaring || closingFor(declaring, extensions, sheet.body, null) <= moment.getTime();
  return { body: presentBody(sheet), state: sheet.state, ready: sheet.state !== 'open' || over };
}

const presentBody = ({ body, name, code, block }: BoardSheet) => ({ id: body, name, code, block });

/** The items that bodies score themselves, in the scheme's order: only these are appraised. */
function appraisedItems(edition: ReadyEdition, shares: readonly AppraisalShare[], { memberships, making, language }: AppraisalReader): AppraisedItem[] {
  const own = ownItemsOf(making.checks, edition);
  const appraising = new Set(memberships.flatMap(({ role, body }) => (role === 'appraiser' && body !== null ? [body] : [])));
  return edition.prepared.domains.flatMap(({ code: domain, criteria }) =>
    criteria
      .flatMap(({ items }) => items)
      .filter(({ item }) => own.has(item.code))
      .map(({ item: { code, title, source } }) => ({
        told: { code, domain, title: inLanguage(title, language) ?? code, source },
        mine: appraisersOfItem(shares, domain, code).some((body) => appraising.has(body)),
      })),
  );
}

const domainsOf = ({ scheme }: ReadyEdition, items: readonly AppraisedItem[], language: Language) =>
  scheme.domains
    .filter(({ code }) => items.some(({ told }) => told.domain === code))
    .map(({ code, title }) => ({ code, title: inLanguage(title, language) ?? code }));

const itemsAt = ({ items, apart }: RunningStage) => new Map([...items, ...apart].map((item) => [item.code, item]));

interface Standing {
  readonly claimed: RunningItem;
  readonly now: RunningItem;
  readonly decidedAt: Stage | undefined;
}

/** The items of a sheet that are to be appraised, as claimed and as they stand now, by code. */
function standings({ stages, decided }: CountedSheet): ReadonlyMap<string, Standing> {
  const claimed = itemsAt(runningAt(stages, 'claimed'));
  const now = itemsAt(runningAt(stages, 'council'));
  return new Map(
    [...claimed.values()]
      // What does not count for the body has nobody's word to wait for, unless somebody has given it.
      .filter((item) => isAppraised(item) || decided.has(item.code))
      .map((item) => [item.code, { claimed: item, now: now.get(item.code) ?? item, decidedAt: decided.get(item.code) }]),
  );
}

interface Progress {
  toAppraise: number;
  decided: number;
  changed: number;
  openClaims: number;
}
const none = (): Progress => ({ toAppraise: 0, decided: 0, changed: 0, openClaims: 0 });

function count(progress: Progress, { claimed, now, decidedAt }: Standing): void {
  const state = verdictState(claimed, now, decidedAt !== undefined);
  progress.toAppraise += 1;
  if (state !== 'waiting') progress.decided += 1;
  if (state === 'changed' || state === 'refused') progress.changed += 1;
  if (state === 'waiting' && claimed.state === 'claimed') progress.openClaims += 1;
}

async function counted(db: Reading, plan: BoardRound, making: BoardMaking, bodies?: readonly string[]) {
  const { edition, counted: sheets } = await countRound(db, plan, making, bodies);
  return { edition, sheets: sheets.map((sheet) => ({ sheet, standings: standings(sheet) })) };
}

/** What is to be appraised in a round, by item and by body; what the asker's own bodies appraise where they appraise anything, else all. */
export async function readQueue(db: Reading, plan: BoardRound, reader: AppraisalReader): Promise<AppraisalQueue> {
  const { edition, sheets } = await counted(db, plan, reader.making);
  const all = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader);
  const mine = all.some((item) => item.mine);
  const items = mine ? all.filter((item) => item.mine) : all;
  const byItem = new Map(items.map(({ told }) => [told.code, none()]));
  const bodies = sheets.map(({ sheet, standings: of }) => {
    const progress = none();
    for (const [code, onItem] of byItem) {
      const standing = of.get(code);
      if (!standing) continue;
      count(progress, standing);
      count(onItem, standing);
    }
    return { ...presentSheet(plan, sheet, reader.moment), ...progress };
  });
  return {
    ...headOf(plan, edition, reader.moment),
    mine,
    domains: domainsOf(edition, items, reader.language),
    items: items.map(({ told }) => ({ ...told, ...(byItem.get(told.code) as Progress) })),
    bodies,
  };
}

function presentStanding({ claimed, now, decidedAt }: Standing, last: LastVerdict | undefined, before: string | undefined) {
  const told = ({ state, points, maximum }: RunningItem) => ({ state, points, maximum });
  return {
    claimed: told(claimed),
    now: told(now),
    verdict: verdictState(claimed, now, decidedAt !== undefined),
    last: last ? { stage: last.stage, at: last.at.toISOString(), by: last.by, reason: { code: last.code, text: last.text } } : null,
    before: before ?? null,
  };
}

/** One item over all bodies of the round; undefined where bodies do not score it themselves. */
export async function readItemAppraisal(db: Reading, plan: BoardRound, code: string, reader: AppraisalReader): Promise<ItemAnswer | undefined> {
  const { edition, sheets } = await counted(db, plan, reader.making);
  const item = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader).find(({ told }) => told.code === code);
  if (!item) return undefined;
  const verdicts = new Map((await readVerdictsOnItem(db, plan.round, code)).map((verdict) => [verdict.body, verdict]));
  const before = await readPointsBefore(db, plan.round);
  return {
    ...headOf(plan, edition, reader.moment),
    item: item.told,
    mine: item.mine,
    rows: sheets.flatMap(({ sheet, standings: of }) => {
      const standing = of.get(code);
      if (!standing) return [];
      return [{ ...presentSheet(plan, sheet, reader.moment), ...presentStanding(standing, verdicts.get(sheet.body), before.get(sheet.body)?.[code]) }];
    }),
  };
}

/** One body over all items that are appraised; undefined where it does not take part. */
export async function readBodyAppraisal(db: Reading, plan: BoardRound, body: string, reader: AppraisalReader): Promise<BodyAnswer | undefined> {
  const { edition, sheets } = await counted(db, plan, reader.making, [body]);
  const [one] = sheets;
  if (!one) return undefined;
  const items = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader);
  const verdicts = new Map((await readVerdictsOfBody(db, plan.round, body)).map((verdict) => [verdict.item, verdict]));
  const before = (await readPointsBefore(db, plan.round, body)).get(body);
  return {
    ...headOf(plan, edition, reader.moment),
    ...presentSheet(plan, one.sheet, reader.moment),
    domains: domainsOf(edition, items, reader.language),
    rows: items.flatMap(({ told, mine }) => {
      const standing = one.standings.get(told.code);
      return standing ? [{ item: told, mine, ...presentStanding(standing, verdicts.get(told.code), before?.[told.code]) }] : [];
    }),
  };
}
