import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from './queries/sheets.ts';

/** A closed round is read, and not written in. */
export function refuseClosed({ roundState }: Pick<SheetPlace, 'roundState'>): void {
  if (roundState !== 'open') throw new Problem('notNow', { more: { round: roundState } });
}
