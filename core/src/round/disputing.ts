import { endOfStep } from './deadline.ts';
import type { GrantedExtension, StepTimes } from './steps.ts';

/** When a body may ask the council to look at what it still contests: until a moment in milliseconds, or without end (null); undefined: not now. */
export function disputingUntil(
  steps: readonly StepTimes[],
  extensions: readonly GrantedExtension[],
  body: string,
  /** When its notice of the second appraisal was recorded, in milliseconds. */
  secondNoticedAt: number | undefined,
  moment: number,
): number | null | undefined {
  const timesOf = (step: StepTimes['step']) => steps.find((times) => times.step === step);
  // Where nothing is decided a second time, the explanation is the last that the body says before the council.
  if (!timesOf('secondAppraisal')) {
    const [opens, end] = [timesOf('explanation')?.opens, endOfStep('explanation', steps, extensions, body)];
    return opens !== undefined && end !== null && opens <= moment && moment < end ? end : undefined;
  }
  if (secondNoticedAt === undefined || secondNoticedAt > moment) return undefined;
  const until = (timesOf('council') ?? timesOf('publication'))?.opens ?? null;
  return until === null || moment < until ? until : undefined;
}
