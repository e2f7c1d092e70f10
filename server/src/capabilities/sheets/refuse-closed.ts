import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from './queries/sheets.ts';

/** A closed round can be read but not written. */
export function refuseClosed({ roundState }: Pick<SheetPlace, 'roundState'>): void {
  if (roundState !== 'open') throw new Problem('notNow', { more: { round: roundState } });
}
