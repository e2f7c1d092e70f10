import type { Context } from '../../context.ts';
import type { CheckFiles } from '../editions/checks.ts';
import { KeptCounts } from './kept-counts.ts';
import type { readBoardSheets } from './queries/board.ts';

/** What boards need: cached counts, and the checks of the editions. */
export interface BoardMaking {
  readonly counts: KeptCounts;
  readonly checks: CheckFiles;
  /** `readBoardSheets`, unless a request that counts a round more than once has read them. */
  readonly readSheets?: typeof readBoardSheets;
}

const made = new WeakMap<Context, BoardMaking>();

/** The same for all that a process counts sheets for, so that none is read and scored twice. */
export function boardMaking(context: Context): BoardMaking {
  const known = made.get(context) ?? { counts: new KeptCounts(), checks: context.checks };
  made.set(context, known);
  return known;
}
