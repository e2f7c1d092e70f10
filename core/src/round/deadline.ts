import type { GrantedExtension, StepTimes } from './steps.ts';

/** What a round may hold to the end of the self-assessment: that the sheet is frozen, or that it is sent. */
export const DEADLINE_ACTS = ['freeze', 'send'] as const;
export type DeadlineAct = (typeof DEADLINE_ACTS)[number];

/**
 * Until when a body has time for its sheet as a whole, in milliseconds: the end of the self-assessment, by the calendar, the
 * latest extension that reaches the body or any of its items, or the end for which its sheet was reopened. null: the round has no such step.
 */
export function deadlineOf(steps: readonly StepTimes[], extensions: readonly GrantedExtension[], body: string, reopenedUntil: number | null): number | null {
  const times = steps.find(({ step }) => step === 'selfAssessment');
  if (!times) return null;
  const reaching = extensions.filter(({ step, body: whose }) => step === 'selfAssessment' && (whose ?? body) === body);
  return Math.max(times.closes, reopenedUntil ?? 0, ...reaching.map(({ until }) => until));
}
