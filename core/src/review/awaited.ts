import { ownItems } from '../scoring/own-items.ts';
import type { SheetChecks } from './checks.ts';
import type { ReviewedSheet } from './reviewed-sheet.ts';

/** Items that the body scores itself and that have no points for want of something; figures that contradict each other are another matter. */
export function* awaited(
  { prepared, items, faults }: ReviewedSheet,
  checks: SheetChecks,
): Iterable<{
  readonly code: string;
  readonly missing: readonly string[];
  /** Whether nothing at all stands there. */
  readonly empty: boolean;
}> {
  const own = ownItems(prepared, checks);
  for (const { result } of items) {
    const { code, state, explanation } = result;
    if (state !== 'notAnswered' || !own.has(code) || faults.has(code)) continue;
    const { missing } = explanation;
    if (missing.length > 0) yield { code, missing, empty: Object.keys(explanation.inputs).every((input) => input === 'previous' || input === 'on') };
  }
}
