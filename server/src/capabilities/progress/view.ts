import { actingMembership, type Subject } from '@parindex/core/rights/index';
import type { Caller } from '../../http/admission.ts';
import { Problem } from '../../http/problems.ts';
import { refuseEarlyAppraiser } from '../appraisal/early-appraiser.ts';
import type { BoardRound } from './queries/board.ts';

/** Whose rows somebody sees: undefined all, else those of these bodies. */
export interface BoardView {
  readonly bodies: readonly string[] | undefined;
}

const isOwn = ({ role }: Caller['memberships'][number]) => role === 'clerk' || role === 'head';

/**
 * What of a board somebody sees: all of it whoever may list the sheets, an appraiser once appraisal has opened; a body's
 * clerks and heads their own rows, for no body sees how another comes on.
 */
export function boardView(caller: Caller, subject: Subject, steps: BoardRound['steps'], moment: Date): BoardView {
  const bodies = [
    ...new Set(caller.memberships.flatMap((one) => (isOwn(one) && one.body !== null && subject.participants?.includes(one.body) ? [one.body] : []))),
  ];
  if (!actingMembership(caller.memberships, 'sheet.list', subject)) {
    if (bodies.length === 0) throw new Problem('refused');
    return { bodies };
  }
  try {
    refuseEarlyAppraiser(caller, 'sheet.list', subject, steps, moment);
    return { bodies: undefined };
  } catch (early) {
    if (bodies.length === 0) throw early;
    return { bodies };
  }
}

/** Two who see the same get the same bytes. */
export const viewKey = ({ bodies }: BoardView): string => (bodies === undefined ? '*' : bodies.toSorted().join(' '));
