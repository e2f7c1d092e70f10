import { closingFor, isOpen, type Step, type StepTimes } from '../round/steps.ts';
import type { SheetCounts } from './count-sheet.ts';
import type { BodyCalendar, CountedBody } from './counted-body.ts';
import { type Pace, paceOf } from './pace.ts';
import { type Wait, waitsOf } from './waits.ts';

/** The progress of a body at a moment. */
export interface BodyProgress {
  readonly asked: number;
  readonly answered: number;
  readonly claims: number;
  readonly appraised: number;
  /** Steps that are open to it. */
  readonly open: readonly Step[];
  /** Until when it may declare: as its sheet was reopened, else `lastClosing`. */
  readonly closes: number | null;
  /** Its time is over and its sheet neither frozen nor sent; with extensions for some items, once any other lacks its answer. A reopened sheet has time as it was reopened. */
  readonly late: boolean;
  /** Items without an answer whose time is over. */
  readonly overdue: number;
  readonly pace: Pace;
  readonly waits: readonly Wait[];
}

const sumOf = (counts: SheetCounts, of: 'asked' | 'answered' | 'claims' | 'appraised') => counts.domains.reduce((sum, domain) => sum + domain[of], 0);

/** The step in which a body must declare: the self-assessment; in a round without one, the year's monitoring. */
export const declaringStep = (steps: readonly StepTimes[]): StepTimes | undefined =>
  steps.find(({ step }) => step === 'selfAssessment') ?? steps.find(({ step }) => step === 'monitoring');

/** The last deadline of a body for declaring anything, extensions of single items included; null without such a step. */
export function lastClosing(body: string, { steps, extensions }: Pick<BodyCalendar, 'steps' | 'extensions'>): number | null {
  const declaring = declaringStep(steps);
  if (!declaring) return null;
  const items = extensions.flatMap(({ item, body: reached, step }) => (item !== null && (reached ?? body) === body && step === declaring.step ? [item] : []));
  return Math.max(...[null, ...items].map((item) => closingFor(declaring, extensions, body, item)));
}

/** A body's progress: how far, how late, at what pace, and what it waits for. */
export function bodyProgress(counted: CountedBody, calendar: BodyCalendar, moment: number): BodyProgress {
  const { body, state, counts, firstAt, reopenedUntil } = counted;
  const { steps, extensions, daysOff } = calendar;
  const declaring = declaringStep(steps);
  const closingOf = (item: string | null) => reopenedUntil ?? (declaring ? closingFor(declaring, extensions, body, item) : null);
  const closes = reopenedUntil ?? lastClosing(body, calendar);
  const isOver = (end: number | null) => end !== null && moment >= end;
  const open = state === 'open';
  const overdue = open ? counts.unanswered.filter((item) => isOver(closingOf(item))).length : 0;
  const [asked, answered] = [sumOf(counts, 'asked'), sumOf(counts, 'answered')];
  const opens = declaring?.opens ?? 0;
  const pace = paceOf({ answered, left: open && closes !== null ? asked - answered : 0, opens, closes: closes ?? 0, firstAt }, moment, daysOff);
  return {
    asked,
    answered,
    claims: sumOf(counts, 'claims'),
    appraised: sumOf(counts, 'appraised'),
    open: steps.flatMap((times) => (isOpen(times, extensions, body, null, moment) ? [times.step] : [])),
    closes,
    late: open && (isOver(closes) || overdue > 0),
    overdue,
    pace,
    waits: waitsOf(counted, calendar, declaring, moment),
  };
}
