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

/** Stages of which a body gets a notice of its own. */
export const NOTICED_STAGES = ['appraised', 'second'] as const satisfies readonly Stage[];
export type NoticedStage = (typeof NOTICED_STAGES)[number];

/**
 * When a body is told what was decided at a stage, in milliseconds: by the calendar, or with its notice where that was recorded as sent
 * before; undefined where there is neither: then once the round is closed.
 */
export function verdictsToldAt(stage: Exclude<Stage, 'claimed'>, steps: readonly StepTimes[], noticedAt?: number): number | undefined {
  const [first] = TOLD_WITH[stage].flatMap((step) => steps.find((times) => times.step === step) ?? []);
  const moments = [first?.opens, noticedAt].filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
