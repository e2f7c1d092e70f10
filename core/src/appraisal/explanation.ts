import type { RunningItem } from '../ranking/running-sheet.ts';
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
