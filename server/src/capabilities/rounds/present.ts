import type { Language } from '@parindex/core';
import { DEFAULT_REASONS } from '@parindex/core/appraisal/reasons';
import {
  type DaysOff,
  daysOffByDate,
  deadlineDay,
  deadlineOnDayOff,
  isOpen,
  isWorkingDay,
  OPENING_TEXTS,
  OPENING_WARNINGS,
  type OpeningRemark,
  type RoundPlan,
  remarksOnOpening,
} from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { iso } from '../../iso.ts';
import { readyEdition } from '../editions/ready.ts';
import { type PlanRow, type RoundRow, readDaysOff, readPlan } from './queries/rounds.ts';

const inMilliseconds = (plan: PlanRow) => plan.steps.map(({ step, opens, closes }) => ({ step, opens: Date.parse(opens), closes: Date.parse(closes) }));

async function remarksOf(db: Reading, round: RoundRow, plan: PlanRow, daysOff: DaysOff, moment: Date): Promise<OpeningRemark[]> {
  const { edition, editionState, editionHash, editionWithdrawn, effectiveFrom, effectiveTo, year } = round;
  const roundPlan: RoundPlan = {
    ...plan,
    year,
    edition: edition === null ? null : { adopted: editionState === 'adopted', withdrawn: editionWithdrawn, effectiveFrom, effectiveTo },
    scheme: edition !== null && editionHash !== null ? (await readyEdition(db, edition, editionHash)).scheme : undefined,
    steps: inMilliseconds(plan),
  };
  return remarksOnOpening(roundPlan, moment.getTime(), (day) => isWorkingDay(day, daysOff));
}

const presentRemark = ({ code, blocks, about }: OpeningRemark, language: Language) => ({ code, blocks, text: OPENING_TEXTS[code][language], about });

/** Everything that a round lacks to be opened, and warnings, in the reader's language. */
export async function presentOpening(db: Reading, round: RoundRow, language: Language, moment: Date) {
  const remarks = await remarksOf(db, round, await readPlan(db, round.id), daysOffByDate(await readDaysOff(db)), moment);
  return { ready: round.state === 'draft' && !remarks.some(({ blocks }) => blocks), remarks: remarks.map((remark) => presentRemark(remark, language)) };
}

/** Each step with whether it is open now, and whether its last day is a day off. */
function presentSteps(plan: PlanRow, daysOff: DaysOff, moment: Date) {
  return plan.steps.map(({ step, opens, closes, version }) => {
    const times = { step, opens: Date.parse(opens), closes: Date.parse(closes) };
    return {
      step,
      opens: new Date(times.opens).toISOString(),
      closes: new Date(times.closes).toISOString(),
      open: isOpen(times, [], '', null, moment.getTime()),
      dayOff: deadlineOnDayOff(deadlineDay(times.closes), daysOff) ?? null,
      version,
    };
  });
}

/** A round in a list. */
export const presentRoundRow = ({ id, ownerBody, ownerName, year, title, edition, state, version }: RoundRow) => ({
  id,
  ownerBody: { id: ownerBody, name: ownerName },
  year,
  title,
  edition,
  state,
  version,
});

/** A round with all its parts at this moment. */
export async function presentRound(db: Reading, round: RoundRow, language: Language, moment: Date) {
  const [plan, daysOff] = [await readPlan(db, round.id), daysOffByDate(await readDaysOff(db))];
  const remarks = await remarksOf(db, round, plan, daysOff, moment);
  return {
    ...presentRoundRow(round),
    editionState: round.editionState,
    copiedFrom: round.copiedFrom,
    createdAt: round.createdAt.toISOString(),
    openedAt: iso(round.openedAt),
    closedAt: iso(round.closedAt),
    deadlineAct: round.deadlineAct,
    rankingShown: round.rankingShown,
    verdictReasons: [...(round.verdictReasons ?? DEFAULT_REASONS)],
    secondPersonOver: round.secondPersonOver,
    ownCauseMonths: round.ownCauseMonths,
    steps: presentSteps(plan, daysOff, moment),
    estimateReaders: [...round.estimateReaders],
    participants: plan.participants.map(({ inForce: _, ...participant }) => participant),
    exclusions: plan.exclusions,
    domainOwners: plan.domainOwners,
    unconfirmed: plan.unconfirmed,
    warnings: remarks.flatMap(({ code, about }) => {
      // That a step of an open round has ended is its course, and nothing to look at again.
      const warning = round.state === 'open' && code === 'stepsOver' ? undefined : OPENING_WARNINGS.find((known) => known === code);
      return warning ? [{ code: warning, text: OPENING_TEXTS[warning][language], about }] : [];
    }),
  };
}
