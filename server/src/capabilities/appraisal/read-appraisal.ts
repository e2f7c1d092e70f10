import { inLanguage, type Language } from '@parindex/core';
import { reasonName } from '@parindex/core/appraisal/reasons';
import { isAppraised, verdictState } from '@parindex/core/appraisal/verdict-state';
import type { appraisalBodyAnswer, appraisalItemAnswer, appraisalQueueAnswer } from '@parindex/core/contracts/schemas/index';
import type { Stage } from '@parindex/core/ledger/index';
import { declaringStep } from '@parindex/core/progress/index';
import { itemsByCode, type RunningItem, runningAt } from '@parindex/core/ranking/running-sheet';
import type { Membership } from '@parindex/core/rights/index';
import { type AppraisalShare, appraisersOfItem, closingFor, type Step } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { ownItemsOf } from '../editions/checks.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { readWaitingAnswers } from '../explanation/waiting-answers.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound, BoardSheet } from '../progress/queries/board.ts';
import { stepsOfPlan } from '../progress/read-board.ts';
import { type AppraisalTerms, readAppraisalTerms } from '../rounds/queries/appraisal-terms.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { actsOn, type ProposedVerdict, reasonOf, verdictsIn, writesOf } from './proposed-verdicts.ts';
import { readProposedEntries } from './queries/proposed-verdicts.ts';
import { type LastVerdict, readAppraisalShares, readPointsBefore, readVerdictsOfBody, readVerdictsOnItem } from './queries/verdicts.ts';

export type AppraisalQueue = z.output<typeof appraisalQueueAnswer>;
type ItemAnswer = z.output<typeof appraisalItemAnswer>;
type BodyAnswer = z.output<typeof appraisalBodyAnswer>;

/** What an appraisal is read by: who asks, when, in which language. */
export interface AppraisalReader {
  readonly account: string | null;
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

function headOf(plan: BoardRound, { scheme }: ReadyEdition, { reasons, secondPersonOver }: AppraisalTerms, { moment, language }: AppraisalReader) {
  return {
    round: plan.round,
    title: plan.title,
    year: plan.year,
    rounding: scheme.rounding,
    at: moment.toISOString(),
    closedAt: plan.closedAt?.toISOString() ?? null,
    steps: stepsOfPlan(plan, moment).filter(({ step }) => STEPS_OF_APPRAISAL.includes(step)),
    reasons: reasons.flatMap(({ code, retired }) => (retired ? [] : [{ code, name: reasonName(reasons, code, language) ?? code }])),
    secondPersonOver,
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

interface Standing {
  readonly claimed: RunningItem;
  readonly now: RunningItem;
  readonly decidedAt: Stage | undefined;
}

/** The items of a sheet that are to be appraised, as claimed and as they stand now, by code. */
function standings({ stages, decided }: CountedSheet): ReadonlyMap<string, Standing> {
  const claimed = itemsByCode(runningAt(stages, 'claimed'));
  const now = itemsByCode(runningAt(stages, 'council'));
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
  left: number;
  proposed: number;
  toConfirm: number;
  answersWaiting: number;
}
const none = (): Progress => ({ toAppraise: 0, decided: 0, changed: 0, openClaims: 0, left: 0, proposed: 0, toConfirm: 0, answersWaiting: 0 });

function count(progress: Progress, { claimed, now, decidedAt }: Standing, proposed: ProposedVerdict | undefined, reader: AppraisalReader): void {
  const state = verdictState(claimed, now, decidedAt !== undefined);
  progress.toAppraise += 1;
  if (state !== 'waiting') progress.decided += 1;
  if (state === 'changed' || state === 'refused') progress.changed += 1;
  if (state === 'waiting' && claimed.state === 'claimed') progress.openClaims += 1;
  if (state === 'waiting' && !proposed) progress.left += 1;
  if (!proposed) return;
  progress.proposed += 1;
  if (actsOn(proposed, reader.account, reader.memberships).includes('accept')) progress.toConfirm += 1;
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
  const proposed = await readProposed(db, plan.round);
  const answerWaits = await readWaitingAnswers(db, plan.round);
  const byItem = new Map(items.map(({ told }) => [told.code, none()]));
  const bodies = sheets.map(({ sheet, standings: of }) => {
    const progress = none();
    for (const [code, onItem] of byItem) {
      const standing = of.get(code);
      if (!standing) continue;
      const waits = proposed.get(placeOf(sheet.body, code));
      count(progress, standing, waits, reader);
      count(onItem, standing, waits, reader);
      if (answerWaits(sheet.body, code)) {
        progress.answersWaiting += 1;
        onItem.answersWaiting += 1;
      }
    }
    return { ...presentSheet(plan, sheet, reader.moment), ...progress };
  });
  return {
    ...headOf(plan, edition, await readAppraisalTerms(db, plan.round), reader),
    mine,
    domains: domainsOf(edition, items, reader.language),
    items: items.map(({ told }) => ({ ...told, ...(byItem.get(told.code) as Progress) })),
    bodies,
  };
}

/** A place in a round where something is decided: an item of a body. */
const placeOf = (body: string, item: string) => `${body} ${item}`;

/** Verdicts on items that wait for a second person, by place. */
async function readProposed(db: Reading, round: string, body?: string): Promise<ReadonlyMap<string, ProposedVerdict>> {
  const waiting = verdictsIn(await readProposedEntries(db, round, body)).filter(({ head }) => head.kind === 'item');
  return new Map(waiting.map((verdict) => [placeOf(verdict.head.body, verdict.head.target), verdict]));
}

/** What of an item of a body stands beside its points. */
interface Beside {
  readonly last: LastVerdict | undefined;
  readonly before: string | undefined;
  readonly proposed: ProposedVerdict | undefined;
  readonly answerWaits: boolean;
}

function presentStanding(
  { claimed, now, decidedAt }: Standing,
  { last, before, proposed, answerWaits }: Beside,
  { reasons }: AppraisalTerms,
  reader: AppraisalReader,
) {
  const because = ({ code, text }: { readonly code: string | null; readonly text: string | null }) => ({
    code,
    name: reasonName(reasons, code, reader.language) ?? null,
    text,
  });
  const told = ({ state, points, maximum }: RunningItem) => ({ state, points, maximum });
  return {
    claimed: told(claimed),
    now: told(now),
    verdict: verdictState(claimed, now, decidedAt !== undefined),
    last: last ? { stage: last.stage, at: last.at.toISOString(), by: last.by, reason: because(last) } : null,
    proposed: proposed
      ? {
          ...{ id: proposed.head.id, stage: proposed.head.stage, at: proposed.head.at.toISOString(), by: proposed.head.by },
          reason: because(reasonOf(proposed.head)),
          verdicts: writesOf(proposed),
          acts: [...actsOn(proposed, reader.account, reader.memberships)],
        }
      : null,
    answerWaits,
    before: before ?? null,
  };
}

/** One item over all bodies of the round; undefined where bodies do not score it themselves. */
export async function readItemAppraisal(db: Reading, plan: BoardRound, code: string, reader: AppraisalReader): Promise<ItemAnswer | undefined> {
  const { edition, sheets } = await counted(db, plan, reader.making);
  const item = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader).find(({ told }) => told.code === code);
  if (!item) return undefined;
  const verdicts = new Map((await readVerdictsOnItem(db, plan.round, code)).map((verdict) => [verdict.body, verdict]));
  const answerWaits = await readWaitingAnswers(db, plan.round);
  const before = await readPointsBefore(db, plan.round);
  const [terms, proposed] = [await readAppraisalTerms(db, plan.round), await readProposed(db, plan.round)];
  return {
    ...headOf(plan, edition, terms, reader),
    item: item.told,
    mine: item.mine,
    rows: sheets.flatMap(({ sheet, standings: of }) => {
      const standing = of.get(code);
      if (!standing) return [];
      const beside = {
        last: verdicts.get(sheet.body),
        before: before.get(sheet.body)?.[code],
        proposed: proposed.get(placeOf(sheet.body, code)),
        answerWaits: answerWaits(sheet.body, code),
      };
      return [{ ...presentSheet(plan, sheet, reader.moment), ...presentStanding(standing, beside, terms, reader) }];
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
  const answerWaits = await readWaitingAnswers(db, plan.round, body);
  const before = (await readPointsBefore(db, plan.round, body)).get(body);
  const [terms, proposed] = [await readAppraisalTerms(db, plan.round), await readProposed(db, plan.round, body)];
  return {
    ...headOf(plan, edition, terms, reader),
    ...presentSheet(plan, one.sheet, reader.moment),
    domains: domainsOf(edition, items, reader.language),
    rows: items.flatMap(({ told, mine }) => {
      const standing = one.standings.get(told.code);
      const beside = {
        last: verdicts.get(told.code),
        before: before?.[told.code],
        proposed: proposed.get(placeOf(body, told.code)),
        answerWaits: answerWaits(body, told.code),
      };
      return standing ? [{ item: told, mine, ...presentStanding(standing, beside, terms, reader) }] : [];
    }),
  };
}
