import { itemsUsing } from '@parindex/core';
import type { Target } from '@parindex/core/ledger/index';
import { isReopened } from '@parindex/core/round/index';
import { Problem } from '../../http/problems.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from './queries/sheets.ts';

/**
 * Refuses what lies outside of how an open sheet was reopened: other items and figures, or after its end. Answers whether the
 * reopening alone decides the time; false where the calendar does.
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
