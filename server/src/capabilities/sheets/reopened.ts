import { itemsUsing } from '@parindex/core';
import type { Target } from '@parindex/core/ledger/index';
import { isReopened } from '@parindex/core/round/index';
import { Problem } from '../../http/problems.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from './queries/sheets.ts';

/** Those of some targets that lie outside the reopening of a sheet: other items and figures, or all once it has ended; undefined where nobody has reopened it. */
export function outsideReopening(
  { reopening }: SheetPlace,
  { prepared }: ReadyEdition,
  targets: readonly (Target | null)[],
  moment: Date,
): readonly (Target | null)[] | undefined {
  if (!reopening) return undefined;
  const { items, until } = reopening;
  const outside = targets.filter((target) => !isReopened({ items }, target, (figure) => itemsUsing(prepared, figure)));
  return outside.length === 0 && until !== null && moment.getTime() >= Date.parse(until) ? targets : outside;
}

/**
 * Refuses what lies outside the reopening of a sheet: other items and figures, or after its end. Returns whether the
 * reopening alone decides the time; false if the calendar does.
 */
export function refuseOutsideReopening(place: SheetPlace, edition: ReadyEdition, targets: readonly (Target | null)[], moment: Date): boolean {
  const outside = outsideReopening(place, edition, targets, moment);
  const { reopening } = place;
  if (!reopening || !outside) return false;
  if (outside.length === 0) return reopening.until !== null;
  throw new Problem('outsideReopening', {
    more: {
      items: reopening.items,
      until: reopening.until === null ? null : new Date(reopening.until).toISOString(),
      targets: outside,
      receivedAt: moment.toISOString(),
    },
  });
}
