import type { Stage } from '../ledger/entry.ts';
import { type RunningItem, runningStateOf } from '../ranking/running-sheet.ts';
import type { ItemResult } from '../scoring/result.ts';
import { verdictState } from './verdict-state.ts';

/** What a body answers to a verdict: it accepts the points, or explains why it does not. */
export const REPLY_KINDS = ['accepts', 'explains'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Most characters of a question, an answer or a dispute. */
export const LONGEST_REMARK = 10_000;

/** Whether an item stands otherwise than its body claims it: by a verdict on it, or on a figure that it uses. */
export function isContested(claimed: RunningItem, now: RunningItem, decided: boolean): boolean {
  const moved = now.points !== claimed.points || now.maximum !== claimed.maximum;
  const verdict = verdictState(claimed, now, decided || moved);
  return verdict === 'changed' || verdict === 'refused';
}

/** Whether a verdict that leaves an item as it stands is given a reason too: the second appraisal holds to what its body does not claim. */
export function keepsContested(stage: Stage, claimed: ItemResult, now: ItemResult): boolean {
  const running = (result: ItemResult): RunningItem => ({ ...result, state: runningStateOf(result) });
  return stage === 'second' && isContested(running(claimed), running(now), true);
}

/** An item as far as it hangs on it whether its body may still contest it. */
interface Contestable {
  /** Whether it stands otherwise than claimed after the last verdict on it. */
  readonly differs: boolean;
  /** Whether the second appraisal moved it from where the first had left it. */
  readonly moved: boolean;
  /** Whether the body has accepted the first, in an explanation that it has sent. */
  readonly accepted: boolean;
}

/** Whether a body may bring an item before the council: it stands otherwise than claimed, and the body has not accepted how it stands. */
export const mayBeDisputed = ({ differs, moved, accepted }: Contestable): boolean => differs && (moved || !accepted);
