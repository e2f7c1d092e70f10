/** The dated parts of a round, in the order in which they usually run. */
export const STEPS = ['monitoring', 'selfAssessment', 'appraisal', 'explanation', 'secondAppraisal', 'survey', 'council', 'publication'] as const;
export type Step = (typeof STEPS)[number];

/** A step's calendar: open in [opens, closes), in milliseconds. */
export interface StepTimes {
  readonly step: Step;
  readonly opens: number;
  readonly closes: number;
}

/** More time by a document, for all bodies or one, for all items or one. */
/** Whether a step of a calendar has opened, for all whom it concerns; it may be over. */
export const hasOpened = (steps: readonly { readonly step: Step; readonly opens: string }[], wanted: Step, moment: number): boolean =>
  steps.some(({ step, opens }) => step === wanted && Date.parse(opens) <= moment);

export interface GrantedExtension {
  readonly step: Step;
  readonly body: string | null;
  readonly item: string | null;
  readonly until: number;
}

/** In which steps a body declares: all year where the round is monitored, then in the self-assessment. */
export const DECLARING: readonly Step[] = ['monitoring', 'selfAssessment'];

/** When a step closes for a body, and for one of its items: the calendar's end or the latest extension that reaches them. */
export function closingFor(times: StepTimes, extensions: readonly GrantedExtension[], body: string, item: string | null): number {
  const reaching = extensions.filter(
    (extension) => extension.step === times.step && (extension.body ?? body) === body && (extension.item === null || extension.item === item),
  );
  return Math.max(times.closes, ...reaching.map(({ until }) => until));
}

/** Whether a step is open for a body (and item) at a moment: computed from calendar and time, never a stored state. */
export const isOpen = (times: StepTimes, extensions: readonly GrantedExtension[], body: string, item: string | null, moment: number): boolean =>
  times.opens <= moment && moment < closingFor(times, extensions, body, item);
