import { itemsUsing } from '@parindex/core';
import type { Target } from '@parindex/core/ledger/index';
import { isReopened } from '@parindex/core/round/index';
import { Problem } from '../../http/problems.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from './queries/sheets.ts';

/**
 * Refuses what lies outside the reopening of a sheet: other items and figures, or after its end. Returns whether the
 * reopening alone decides the time; false if the calendar does.
 */
export function refuseOutsideReopening({ reopening }: SheetPlace, { prepared }: ReadyEdition, targets: readonly (Target | null)[], moment: Date): boolean {
  if (!reopening) return false;
  const { items } = reopening;
  const until = reopening.until === null ? null : Date.parse(reopening.until);
  const outside = targets.filter((target) => !isReopened({ items }, target, (figure) => itemsUsing(prepared, figure)));
  if (outside.length === 0 && (until === null || moment.getTime() < until)) return until !== null;
  throw new Problem('outsideReopening', {
    more: {
      items,
      until: until === null ? null : new Date(until).toISOString(),
      targets: outside.length > 0 ? outside : targets,
      receivedAt: moment.toISOString(),
    },
  });
}
