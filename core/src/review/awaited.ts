import type { SheetChecks } from './checks.ts';
import type { ReviewedSheet } from './reviewed-sheet.ts';

const BY_SURVEY = 'estimates.';

/**
 * Items that the body must answer and that have no points for want of something; figures that contradict each other are
 * another matter, and survey and statistics are not the body's.
 */
export function* awaited(
  { items, faults }: ReviewedSheet,
  { notAsked }: SheetChecks,
): Iterable<{
  readonly code: string;
  readonly missing: readonly string[];
  /** Whether nothing at all stands there. */
  readonly empty: boolean;
}> {
  for (const { item, result } of items) {
    const { code, state, explanation } = result;
    if (state !== 'notAnswered' || item.source !== 'appraised' || faults.has(code) || notAsked.includes(code)) continue;
    const missing = explanation.missing.filter((what) => !what.startsWith(BY_SURVEY));
    if (missing.length > 0) yield { code, missing, empty: Object.keys(explanation.inputs).every((input) => input === 'previous' || input === 'on') };
  }
}
