import { type Consequence, openAtClosing } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { readOpenInRound } from './queries/round-requests.ts';
import { readPlan } from './queries/rounds.ts';

/** Everything that closing a round at a moment would leave open, and that undoing it opens again; for its owners, and whoever decides in their place. */
export async function readOpenAtClosing(db: Reading, round: string, moment: Date): Promise<Consequence[]> {
  const open = await readOpenInRound(db, round);
  if (!open) return [];
  const plan = await readPlan(db, round);
  const steps = plan.steps.map(({ step, opens, closes }) => ({ step, opens: Date.parse(opens), closes: Date.parse(closes) }));
  return openAtClosing(open, steps, plan.participants.length, moment.getTime());
}
