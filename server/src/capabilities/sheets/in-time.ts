import type { Act, Target } from '@parindex/core/ledger/index';
import { stepsOf } from '@parindex/core/rights/index';
import { allows, isOpen, type Step } from '@parindex/core/round/index';
import { Problem, type ProblemMore } from '../../http/problems.ts';
import { calendarOf } from './calendar.ts';
import type { OpenSheet } from './open-sheet.ts';
import type { SheetPlace } from './queries/sheets.ts';
import { refuseClosed } from './refuse-closed.ts';
import { outsideReopening, refuseOutsideReopening } from './reopened.ts';

/** Which of some steps, in order, are open to a sheet's body at a moment: for a target, or null for the sheet as a whole. */
export function stepsOpenAt(place: Pick<SheetPlace, 'body' | 'steps' | 'extensions'>, moment: Date): (steps: readonly Step[], target: Target | null) => Step[] {
  const { steps: all, extensions } = calendarOf(place);
  return (steps, target) => {
    const item = target?.kind === 'item' ? target.id : null;
    return steps.filter((step) => all.some((times) => times.step === step && isOpen(times, extensions, place.body, item, moment.getTime())));
  };
}

/** The problem that none of some steps is open, with their times. */
export const stepClosed = (place: SheetPlace, steps: readonly Step[], moment: Date, { more, ...told }: ProblemMore = {}): Problem =>
  new Problem('stepClosed', {
    ...told,
    more: {
      steps: calendarOf(place).steps.flatMap(({ step, opens, closes }) =>
        steps.includes(step) ? [{ step, opens: new Date(opens).toISOString(), closes: new Date(closes).toISOString() }] : [],
      ),
      ...more,
      receivedAt: moment.toISOString(),
    },
  });

/** Refuses a body's change outside its time: before opening, after closing, or once the figures are frozen. */
export function refuseOutsideTime({ place, edition, sheet }: Omit<OpenSheet, 'beside'>, targets: readonly (Target | null)[], act: Act, moment: Date): void {
  refuseClosed(place);
  if (!allows(sheet.state, act)) throw new Problem('sheetFrozen');
  // A reopening with its own end needs no open step.
  if (refuseOutsideReopening(place, edition, targets, moment)) return;
  const declaring = stepsOf('sheet.enter');
  const openTo = stepsOpenAt(place, moment);
  const closed = targets.filter((target) => openTo(declaring, target).length === 0);
  if (closed.length === 0) return;
  const planned = place.steps.some(({ step }) => declaring.includes(step));
  throw stepClosed(place, declaring, moment, {
    more: { targets: closed },
    ...(planned ? {} : { detail: { vi: 'Kỳ đánh giá chưa có bước tự đánh giá.', en: 'The round has no step of self-assessment.' } }),
  });
}

/** Whether the body of a sheet may still change an item or figure at a moment: it has neither frozen it, nor is its time over. */
export function isOpenToBody({ place, edition, sheet }: Omit<OpenSheet, 'beside'>, target: Target, moment: Date): boolean {
  if (!allows(sheet.state, 'declare')) return false;
  const outside = outsideReopening(place, edition, [target], moment);
  if (outside && outside.length > 0) return false;
  if (outside && place.reopening?.until !== null) return true;
  return stepsOpenAt(place, moment)(stepsOf('sheet.enter'), target).length > 0;
}
