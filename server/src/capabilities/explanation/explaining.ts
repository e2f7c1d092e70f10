import { targetKey } from '@parindex/core/ledger/index';
import { type ExplanationState, endOfStep } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { NO_ASSIGNMENTS, readSheetAssignments } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { findExplanationState } from '../sheets/queries/explanation-states.ts';
import { findSheetPlaces } from '../sheets/queries/sheets.ts';
import { explainedItems } from './explained-items.ts';
import { readReasons, readRemarks } from './queries/explanation.ts';
import { readReplyParts } from './queries/reply-parts.ts';
import { itemTarget, NO_REPLY_PART, replyPartsOf, WITH_THE_DEPARTMENT } from './reply-parts.ts';

/** What a body has still to explain while it may. */
export interface Explaining {
  /** Items to be explained, those of them without an answer, and those that no department has brought or is to bring, with the first of these. */
  readonly asked: number;
  readonly left: number;
  readonly own: number;
  readonly next: string | null;
  /** Of those without an answer, items that departments have in hand. */
  readonly held: number;
  /** Parts that a department's leader has approved and the body has not answered by, and the first of these. */
  readonly toTake: number;
  readonly nextToTake: string | null;
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
  const said = { remarks: await readRemarks(db, plan.round, body), reasons: await readReasons(db, plan.round, 'vi', body), sent: false };
  const items = explainedItems(edition, sheet, said, 'vi', 'appraised');
  if (items.length === 0) return undefined;
  const left = items.filter(({ reply }) => !reply);
  const [place] = await findSheetPlaces(db, plan.round, body);
  const assigned = place ? await readSheetAssignments(db, place, edition, [], 'givenAway', 'explanation') : NO_ASSIGNMENTS;
  const parts = replyPartsOf(assigned.assignments.length === 0 ? [] : await readReplyParts(db, plan.round, body));
  const holds = ({ code }: { readonly code: string }) => assigned.assignedTargets.has(targetKey(itemTarget(code)));
  const stateOf = ({ code }: { readonly code: string }) => (parts.get(code) ?? NO_REPLY_PART).state;
  const inHand = left.filter((item) => holds(item) && WITH_THE_DEPARTMENT.includes(stateOf(item)));
  const toTake = items.filter((item) => holds(item) && stateOf(item) === 'approved');
  const own = left.filter((item) => !inHand.includes(item) && !toTake.includes(item));
  return {
    ...{ asked: items.length, left: left.length, held: inHand.length, own: own.length, next: own[0]?.code ?? null },
    ...{ toTake: toTake.length, nextToTake: toTake[0]?.code ?? null },
    ...{ state: await findExplanationState(db, plan.round, body), closes },
  };
}
