import { inLanguage, type Language } from '@parindex/core';
import type { OwnCauseOfBody } from '@parindex/core/appraisal/own-cause';
import { reasonName } from '@parindex/core/appraisal/reasons';
import { isAppraised, verdictState } from '@parindex/core/appraisal/verdict-state';
import type { appraisalBodyAnswer, appraisalItemAnswer, appraisalQueueAnswer } from '@parindex/core/contracts/schemas/index';
import type { Stage } from '@parindex/core/ledger/index';
import { declaringStep } from '@parindex/core/progress/index';
import { itemsByCode, type RunningItem, runningAt } from '@parindex/core/ranking/running-sheet';
import type { Membership } from '@parindex/core/rights/index';
import { type AppraisalShare, appraisersOfItem, closingFor, type Step } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Named } from '../../db/fragments.ts';
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
import { stepsOpenAt } from '../sheets/in-time.ts';
import { readOwnCauses } from '../sheets/own-cause.ts';
import { readUnseen } from '../sheets/unseen.ts';
import { stageAt } from '../sheets/verdict-stage.ts';
import { readDecidedBefore } from './decided-before.ts';
import { readFiguresOfItem } from './figures-of-item.ts';
import { readGivenWork } from './given-work.ts';
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
  /** The asker's bodies that appraise it. */
  readonly offices: readonly string[];
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

/** Whether the body of a sheet scores an item no more, or for null anything: frozen, or its time is over. */
function readiness(plan: BoardRound, sheet: BoardSheet, moment: Date): (item: string | null) => boolean {
  const { steps, extensions } = calendarOf(plan);
  const declaring = declaringStep(steps);
  return (item) => {
    const until = declaring ? Math.max(closingFor(declaring, extensions, sheet.body, item), sheet.reopenedUntil?.getTime() ?? 0) : 0;
    return sheet.state !== 'open' || until <= moment.getTime();
  };
}

/** A sheet as it is told beside its appraisal. */
const presentSheet = (sheet: BoardSheet) => ({ body: presentBody(sheet), state: sheet.state });

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
        offices: appraisersOfItem(shares, domain, code).filter((body) => appraising.has(body)),
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

/** Standings of sheets as they are counted: the stages of a count are the same value as long as it is kept. */
const KEPT = new WeakMap<CountedSheet['stages'], ReadonlyMap<string, Standing>>();

/** The items of a sheet that are to be appraised, as claimed and as they stand now, by code. */
function standings(sheet: CountedSheet): ReadonlyMap<string, Standing> {
  const known = KEPT.get(sheet.stages);
  const found = known ?? standingsOf(sheet);
  if (!known) KEPT.set(sheet.stages, found);
  return found;
}

function standingsOf({ stages, decided }: CountedSheet): ReadonlyMap<string, Standing> {
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

/** Which of what the asker's bodies appraise is counted: all of it; what is given to the asker by name; to nobody; or what they may decide, which is both. */
type WantedShare = AppraisalQueue['share'] | 'decidable';

/** What of a round's appraisal is the asker's. */
interface OwnWork {
  /** Sheets on which they do not decide; none for who only oversees the round. */
  readonly causes: ReadonlyMap<string, OwnCauseOfBody['grounds']>;
  holders(item: AppraisedItem, body: string): readonly Named[];
  /** Given to them by name, to nobody, or to others; of others too what their bodies do not appraise. */
  standing(item: AppraisedItem, body: string): 'given' | 'ungiven' | 'others';
}

async function readOwnWork(
  db: Reading,
  round: string,
  edition: ReadyEdition,
  { account, memberships }: AppraisalReader,
  items: readonly AppraisedItem[],
): Promise<OwnWork> {
  const decides = items.some(({ offices }) => offices.length > 0) || memberships.some(({ role }) => role === 'council');
  const given = await readGivenWork(db, round);
  const isUnseen = await readUnseen(db, round, edition);
  const held = ({ told, offices }: AppraisedItem, body: string) => offices.map((office) => given(office, { item: told.code, body }));
  return {
    causes: new Map((decides ? await readOwnCauses(db, round) : []).map(({ body, grounds }) => [body, grounds])),
    holders: (item, body) => [...new Map(held(item, body).flatMap((persons) => persons.map((one) => [one.id, one] as const))).values()],
    standing: (item, body) => {
      // What they mark a second time they do not decide on meanwhile.
      if (isUnseen(body, { kind: 'item', id: item.told.code })) return 'others';
      const by = held(item, body);
      if (by.some((persons) => persons.some(({ id }) => id === account))) return 'given';
      return by.some((persons) => persons.length === 0) ? 'ungiven' : 'others';
    },
  };
}

/** Sheets that stand apart as the asker's own causes, and the others. */
function apart<S extends { readonly sheet: BoardSheet }>(sheets: readonly S[], { causes }: OwnWork) {
  return {
    sheets: sheets.filter(({ sheet }) => !causes.has(sheet.body)),
    ownCauses: sheets.flatMap(({ sheet }) => {
      const grounds = causes.get(sheet.body);
      return grounds ? [{ body: presentBody(sheet), grounds: [...grounds] }] : [];
    }),
  };
}

/**
 * What is to be appraised in a round, by item and by body; what the asker's own bodies appraise where they appraise anything, else all.
 * @param wanted absent: what is given to the asker by name, if anything is
 */
export async function readQueue(db: Reading, plan: BoardRound, reader: AppraisalReader, wanted?: WantedShare): Promise<AppraisalQueue> {
  const { edition, sheets: all } = await counted(db, plan, reader.making);
  const appraised = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader);
  const mine = appraised.some(({ offices }) => offices.length > 0);
  const items = mine ? appraised.filter(({ offices }) => offices.length > 0) : appraised;
  const work = await readOwnWork(db, plan.round, edition, reader, items);
  const proposed = await readProposed(db, plan.round);
  const answerWaits = await readWaitingAnswers(db, plan.round);
  const { sheets, ownCauses } = apart(all, work);
  const shares = { given: 0, ungiven: 0, others: 0 };
  const pieces = sheets.flatMap((sheet) =>
    items.flatMap((item) => {
      const standing = sheet.standings.get(item.told.code);
      if (!standing) return [];
      const whose = mine ? work.standing(item, sheet.sheet.body) : 'ungiven';
      const waits = proposed.get(placeOf(sheet.sheet.body, item.told.code));
      if (!waits && verdictState(standing.claimed, standing.now, standing.decidedAt !== undefined) === 'waiting') shares[whose] += 1;
      return [{ sheet, item, standing, waits, whose }];
    }),
  );
  const share = wanted ?? (pieces.some(({ whose }) => whose === 'given') ? 'given' : 'all');
  /** What was given to one person is confirmed by another. */
  const confirms = (waits: ProposedVerdict | undefined) => waits !== undefined && actsOn(waits, reader.account, reader.memberships).includes('accept');
  const isWanted = ({ whose, waits }: (typeof pieces)[number]) =>
    share === 'all' || (share === 'decidable' ? whose !== 'others' || confirms(waits) : whose === share);
  const [byItem, byBody] = [new Map(items.map(({ told }) => [told.code, none()])), new Map(sheets.map(({ sheet }) => [sheet.body, none()]))];
  for (const piece of pieces.filter(isWanted)) {
    const [item, body] = [piece.item.told.code, piece.sheet.sheet.body];
    for (const progress of [byItem.get(item), byBody.get(body)]) {
      if (!progress) continue;
      count(progress, piece.standing, piece.waits, reader);
      if (answerWaits(body, item)) progress.answersWaiting += 1;
    }
  }
  const isShown = ({ toAppraise }: Progress) => share === 'all' || toAppraise > 0;
  return {
    ...headOf(plan, edition, await readAppraisalTerms(db, plan.round), reader),
    mine,
    share: share === 'decidable' ? 'all' : share,
    shares,
    ownCauses,
    domains: domainsOf(edition, items, reader.language),
    items: items.map(({ told }) => ({ ...told, ...(byItem.get(told.code) as Progress) })).filter(isShown),
    bodies: sheets
      .map(({ sheet }) => ({ ...presentSheet(sheet), ready: readiness(plan, sheet, reader.moment)(null), ...(byBody.get(sheet.body) as Progress) }))
      .filter(isShown),
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

/** Whether an item can be decided now: its body scores it no more, and the stage that a verdict belongs to. */
function inTime(plan: BoardRound, sheet: BoardSheet, moment: Date) {
  const [isReady, openTo] = [readiness(plan, sheet, moment), stepsOpenAt({ ...plan, body: sheet.body }, moment)];
  return (item: string) => ({
    ready: isReady(item),
    stage: plan.closedAt ? null : (stageAt(openTo, { kind: 'item', id: item }, 'appraise') ?? null),
  });
}

/** Whether the asker may decide on an item of a body, and to whom it is given by name. */
const whoseIs = (work: OwnWork, item: AppraisedItem, body: string) => ({
  mine: !work.causes.has(body) && work.standing(item, body) !== 'others',
  holders: [...work.holders(item, body)],
});

/** One item over all bodies of the round; undefined where bodies do not score it themselves. */
export async function readItemAppraisal(db: Reading, plan: BoardRound, code: string, reader: AppraisalReader): Promise<ItemAnswer | undefined> {
  const { edition, sheets: all } = await counted(db, plan, reader.making);
  const item = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader).find(({ told }) => told.code === code);
  if (!item) return undefined;
  const work = await readOwnWork(db, plan.round, edition, reader, [item]);
  const { sheets, ownCauses } = apart(all, work);
  const verdicts = new Map((await readVerdictsOnItem(db, plan.round, code)).map((verdict) => [verdict.body, verdict]));
  const answerWaits = await readWaitingAnswers(db, plan.round);
  const before = await readPointsBefore(db, plan.round);
  const [terms, proposed] = [await readAppraisalTerms(db, plan.round), await readProposed(db, plan.round)];
  const figures = await readFiguresOfItem(db, plan.round, edition, code, reader.language);
  return {
    ...headOf(plan, edition, terms, reader),
    item: item.told,
    mine: item.offices.length > 0,
    figures: [...figures.named],
    ownCauses,
    rows: sheets.flatMap(({ sheet, standings: of }) => {
      const standing = of.get(code);
      if (!standing) return [];
      const beside = {
        last: verdicts.get(sheet.body),
        before: before.get(sheet.body)?.[code],
        proposed: proposed.get(placeOf(sheet.body, code)),
        answerWaits: answerWaits(sheet.body, code),
      };
      return [
        {
          ...presentSheet(sheet),
          ...{ seq: sheet.seq, ...figures.of(sheet.body) },
          ...inTime(plan, sheet, reader.moment)(code),
          ...whoseIs(work, item, sheet.body),
          ...presentStanding(standing, beside, terms, reader),
        },
      ];
    }),
  };
}

/** One body over all items that are appraised; undefined where it does not take part. */
export async function readBodyAppraisal(db: Reading, plan: BoardRound, body: string, reader: AppraisalReader): Promise<BodyAnswer | undefined> {
  const { edition, sheets } = await counted(db, plan, reader.making, [body]);
  const [one] = sheets;
  if (!one) return undefined;
  const items = appraisedItems(edition, await readAppraisalShares(db, plan.round), reader);
  const work = await readOwnWork(db, plan.round, edition, reader, items);
  const verdicts = new Map((await readVerdictsOfBody(db, plan.round, body)).map((verdict) => [verdict.item, verdict]));
  const answerWaits = await readWaitingAnswers(db, plan.round, body);
  const before = (await readPointsBefore(db, plan.round, body)).get(body);
  const [terms, proposed] = [await readAppraisalTerms(db, plan.round), await readProposed(db, plan.round, body)];
  const timeOf = inTime(plan, one.sheet, reader.moment);
  const decidedBefore = await readDecidedBefore(db, { round: plan.round, body, edition, language: reader.language });
  return {
    ...headOf(plan, edition, terms, reader),
    ...presentSheet(one.sheet),
    ownCause: work.causes.has(body) ? [...(work.causes.get(body) ?? [])] : null,
    domains: domainsOf(edition, items, reader.language),
    rows: items.flatMap((item) => {
      const { told } = item;
      const standing = one.standings.get(told.code);
      const beside = {
        last: verdicts.get(told.code),
        before: before?.[told.code],
        proposed: proposed.get(placeOf(body, told.code)),
        answerWaits: answerWaits(body, told.code),
      };
      return standing
        ? [
            {
              item: told,
              ...timeOf(told.code),
              ...whoseIs(work, item, body),
              ...presentStanding(standing, beside, terms, reader),
              decidedBefore: decidedBefore.get(told.code) ?? null,
            },
          ]
        : [];
    }),
  };
}
