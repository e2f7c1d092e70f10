import { endOfStep } from './deadline.ts';
import type { ExplanationState } from './explanation-states.ts';
import type { GrantedExtension, StepTimes } from './steps.ts';

/**
 * Whether those who appraise read what a body answers: once its explanation is sent, or its time for it is over. The database holds
 * the same (app.told_replies).
 */
export function repliesTold(
  state: ExplanationState,
  steps: readonly StepTimes[],
  extensions: readonly GrantedExtension[],
  body: string,
  moment: number,
): boolean {
  const end = endOfStep('explanation', steps, extensions, body);
  return state === 'sent' || (end !== null && end <= moment);
}
