import type { Stage } from '../ledger/entry.ts';
import type { Step, StepTimes } from './steps.ts';

/**
 * With the opening of which step a body is told what was decided on its sheet at a stage: the first of these that the round's
 * calendar has. The database holds the same (app.told_verdicts).
 */
const TOLD_WITH: Readonly<Record<Exclude<Stage, 'claimed'>, readonly Step[]>> = {
  appraised: ['explanation', 'secondAppraisal', 'council', 'publication'],
  second: ['council', 'publication'],
  council: ['publication'],
};

/** When a body is told what was decided at a stage, in milliseconds; undefined where the calendar has no such step: then once the round is closed. */
export function verdictsToldAt(stage: Exclude<Stage, 'claimed'>, steps: readonly StepTimes[]): number | undefined {
  const [first] = TOLD_WITH[stage].flatMap((step) => steps.find((times) => times.step === step) ?? []);
  return first?.opens;
}
