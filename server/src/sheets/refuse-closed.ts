import type { SheetPlace } from '../db/queries/sheets.ts';
import { Problem } from '../problems.ts';

/** A closed round is read, and not written in. */
export function refuseClosed({ roundState }: Pick<SheetPlace, 'roundState'>): void {
  if (roundState !== 'open') throw new Problem('notNow', { more: { round: roundState } });
}
