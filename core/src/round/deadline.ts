import type { GrantedExtension, Step, StepTimes } from './steps.ts';

/** What a round may hold to the end of the self-assessment: that the sheet is frozen, or that it is sent. */
export const DEADLINE_ACTS = ['freeze', 'send'] as const;
export type DeadlineAct = (typeof DEADLINE_ACTS)[number];

/** Until when a body has time in a step as a whole, in milliseconds: by the calendar, or the latest extension that reaches it or any of its items; null: no such step. */
export function endOfStep(step: Step, steps: readonly StepTimes[], extensions: readonly GrantedExtension[], body: string): number | null {
  const times = steps.find((one) => one.step === step);
  if (!times) return null;
  const reaching = extensions.filter((extension) => extension.step === step && (extension.body ?? body) === body);
  return Math.max(times.closes, ...reaching.map(({ until }) => until));
}

/**
 * Until when a body has time for its sheet as a whole, in milliseconds: the end of the self-assessment, or the end for which its sheet
 * was reopened. null: the round has no such step.
 */
export function deadlineOf(steps: readonly StepTimes[], extensions: readonly GrantedExtension[], body: string, reopenedUntil: number | null): number | null {
  const end = endOfStep('selfAssessment', steps, extensions, body);
  return end === null ? null : Math.max(end, reopenedUntil ?? 0);
}
