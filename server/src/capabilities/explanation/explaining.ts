import { type ExplanationState, endOfStep } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { explainedItems } from './explained-items.ts';
import { findExplanationState, readReasons, readRemarks } from './queries/explanation.ts';

/** What a body has still to explain while it may. */
export interface Explaining {
  /** Items to be explained, those of them without an answer, and the first of these. */
  readonly asked: number;
  readonly left: number;
  readonly next: string | null;
  readonly state: ExplanationState;
  /** In milliseconds. */
  readonly closes: number;
}

/** What a body has to explain in a round; undefined where it may not now, or has nothing to. */
export async function readExplaining(db: Reading, plan: BoardRound, body: string, making: BoardMaking, moment: Date): Promise<Explaining | undefined> {
  const { steps, extensions } = calendarOf(plan);
  const opens = steps.find(({ step }) => step === 'explanation')?.opens;
  const closes = endOfStep('explanation', steps, extensions, body);
  if (opens === undefined || closes === null || opens > moment.getTime() || closes <= moment.getTime()) return undefined;
  const { edition, counted } = await countRound(db, plan, making, [body]);
  const [sheet] = counted;
  if (!sheet) return undefined;
  const said = { remarks: await readRemarks(db, plan.round, body), reasons: await readReasons(db, plan.round, 'vi', body) };
  const items = explainedItems(edition, sheet, said, 'vi');
  const left = items.filter(({ reply }) => !reply);
  if (items.length === 0) return undefined;
  return { asked: items.length, left: left.length, next: left[0]?.code ?? null, state: await findExplanationState(db, plan.round, body), closes };
}
