import { inLanguage, itemsOfDomains, type Language } from '@parindex/core';
import { isAppraised } from '@parindex/core/appraisal/verdict-state';
import type { appraisalNotices } from '@parindex/core/contracts/schemas/index';
import { STAGES, type Stage } from '@parindex/core/ledger/entry';
import { itemsByCode, runningAt } from '@parindex/core/ranking/running-sheet';
import { closingFor, deadlineDay, endOfStep, explanationAfter, type Step } from '@parindex/core/round/index';
import { NOTICED_STAGES, type NoticedStage, verdictsToldAt } from '@parindex/core/round/told-verdicts';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { OfficialDocument } from '../../documents/document.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound, BoardSheet } from '../progress/queries/board.ts';
import { readRoundOfLetters } from '../rounds/round-of-letters.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { readReplacedFigures } from '../sheets/official-figures.ts';
import { readExplanationStates } from '../sheets/queries/explanation-states.ts';
import { readAgencies } from '../sheets/queries/report-place.ts';
import { counting, type ExplainedItem, explainedItems } from './explained-items.ts';
import { noticeLetter, type UndecidedItem } from './notice-letter.ts';
import { readNotices, readReasons, readRemarks } from './queries/explanation.ts';
import { presentNotice } from './read-explanation.ts';

type Notices = z.output<typeof appraisalNotices>;

/** The step of which each notice tells what was decided. */
const STEP_OF_STAGE = { appraised: 'appraisal', second: 'secondAppraisal' } as const satisfies Record<NoticedStage, Step>;

/** Whether the appraisal of a body is over at a stage, for all its items: its notice tells what no longer changes. */
export function isAppraisalOver(plan: BoardRound, stage: NoticedStage, body: string, moment: Date): boolean {
  const { steps, extensions } = calendarOf(plan);
  const end = endOfStep(STEP_OF_STAGE[stage], steps, extensions, body);
  return end !== null && end <= moment.getTime();
}

/** The last day on which one of these bodies was still appraised at a stage. */
export function lastDayOfAppraisal(plan: BoardRound, stage: NoticedStage, bodies: readonly string[]): string {
  const { steps, extensions } = calendarOf(plan);
  const ends = bodies.map((body) => endOfStep(STEP_OF_STAGE[stage], steps, extensions, body) ?? 0);
  return deadlineDay(Math.max(...ends));
}

interface ExplainedSheet {
  readonly sheet: BoardSheet & CountedSheet;
  /** What its body is told with each notice. */
  readonly items: Readonly<Record<NoticedStage, readonly ExplainedItem[]>>;
  /** How many items somebody has decided up to each stage, and those that nobody has. */
  readonly decided: Readonly<Record<NoticedStage, { readonly decided: number; readonly undecided: readonly UndecidedItem[] }>>;
}

async function explainedSheets(
  db: Reading,
  plan: BoardRound,
  making: BoardMaking,
  language: Language,
  body?: string,
): Promise<{ edition: Awaited<ReturnType<typeof countRound>>['edition']; sheets: ExplainedSheet[] }> {
  const { edition, counted } = await countRound(db, plan, making, body === undefined ? undefined : [body]);
  const states = await readExplanationStates(db, plan.round, body);
  const remarks = Map.groupBy(counting(await readRemarks(db, plan.round, body), states), (remark) => remark.body);
  const reasons = Map.groupBy(await readReasons(db, plan.round, language, body), (reason) => reason.body);
  const titles = new Map(itemsOfDomains(edition.scheme.domains).map(({ code, title }) => [code, inLanguage(title, language) ?? code]));
  return {
    edition,
    sheets: counted.map((sheet) => {
      const claimed = itemsByCode(runningAt(sheet.stages, 'claimed'));
      const said = { remarks: remarks.get(sheet.body) ?? [], reasons: reasons.get(sheet.body) ?? [], sent: states.get(sheet.body) === 'sent' };
      const told = (stage: NoticedStage) => explainedItems(edition, sheet, said, language, stage);
      const decidedBy = (stage: NoticedStage) => {
        const isBy = (at: Stage) => STAGES.indexOf(at) <= STAGES.indexOf(stage);
        const decided = new Set([
          ...said.reasons.flatMap((reason) => (isBy(reason.stage) ? [reason.item] : [])),
          ...[...sheet.decided].flatMap(([code, at]) => (isBy(at) ? [code] : [])),
        ]);
        const open = [...claimed.values()].filter((item) => isAppraised(item) && !decided.has(item.code));
        return { decided: decided.size, undecided: open.map((item) => ({ title: titles.get(item.code) ?? item.code, claimed: item })) };
      };
      return {
        sheet,
        items: { appraised: told('appraised'), second: told('second') },
        decided: { appraised: decidedBy('appraised'), second: decidedBy('second') },
      };
    }),
  };
}

/** The notices of a round: by stage, which bodies were sent one, and what it would say. */
export async function readAppraisalNotices(
  db: Reading,
  plan: BoardRound,
  { making, moment, language }: { readonly making: BoardMaking; readonly moment: Date; readonly language: Language },
): Promise<Notices> {
  const { sheets } = await explainedSheets(db, plan, making, language);
  const notices = new Map((await readNotices(db, plan.round)).map((notice) => [`${notice.stage} ${notice.body}`, notice]));
  const states = await readExplanationStates(db, plan.round);
  const { steps } = calendarOf(plan);
  return {
    round: plan.round,
    title: plan.title,
    ownerKind: (await readAgencies(db, [plan.owner]))(plan.owner).kind,
    stages: NOTICED_STAGES.map((stage) => {
      const times = steps.find(({ step }) => step === STEP_OF_STAGE[stage]);
      const toldAt = verdictsToldAt(stage, steps);
      return {
        stage,
        step: times ? { step: times.step, opens: new Date(times.opens).toISOString(), closes: new Date(closingFor(times, [], '', null)).toISOString() } : null,
        toldAt: toldAt === undefined ? null : new Date(toldAt).toISOString(),
        bodies: sheets.map(({ sheet, items, decided }) => ({
          body: { id: sheet.body, name: sheet.name },
          contested: items[stage].filter(({ differs }) => differs).length,
          asked: items[stage].filter(({ question }) => question).length,
          undecided: decided[stage].undecided.length,
          over: isAppraisalOver(plan, stage, sheet.body, moment),
          notice: presentNotice(notices.get(`${stage} ${sheet.body}`)),
          state: states.get(sheet.body) ?? explanationAfter(null),
        })),
      };
    }),
  };
}

interface LettersToMake {
  readonly making: BoardMaking;
  readonly stage: NoticedStage;
  /** One body alone. */
  readonly body?: string;
  readonly form: ReportForm | null;
  readonly illustrative: boolean;
}

/** The letters that tell bodies what was decided: to one, or to each body of the round. */
export async function makeNoticeLetters(
  db: Reading,
  plan: BoardRound,
  { making, stage, body, form, illustrative }: LettersToMake,
): Promise<readonly { readonly body: string; readonly name: string; readonly letter: OfficialDocument }[]> {
  const { edition, sheets } = await explainedSheets(db, plan, making, 'vi', body);
  const bodies = sheets.map(({ sheet }) => sheet.body);
  const { of, agencyOf } = await readRoundOfLetters(db, plan, { scheme: edition.scheme, bodies, illustrative });
  const replaced = await readReplacedFigures(db, plan.round, edition, stage, body);
  const { steps, extensions } = calendarOf(plan);
  const toldStages = (['claimed', ...NOTICED_STAGES] as const).slice(0, NOTICED_STAGES.indexOf(stage) + 2);
  return sheets.map(({ sheet, items, decided }) => ({
    ...{ body: sheet.body, name: sheet.name },
    letter: noticeLetter({
      ...of,
      ...{ stage, form, items: items[stage], ...decided[stage], replaced: replaced(sheet.body) },
      sums: toldStages.map((at) => ({ ...runningAt(sheet.stages, at), stage: at })),
      twice: steps.some(({ step }) => step === STEP_OF_STAGE.second),
      body: agencyOf(sheet.body, sheet.name),
      answerUntil: endOfStep('explanation', steps, extensions, sheet.body),
    }),
  }));
}
