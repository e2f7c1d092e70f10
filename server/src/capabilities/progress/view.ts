import { bodiesAtWork, may, type Subject } from '@parindex/core/rights/index';
import { type Caller, requireRight } from '../../http/admission.ts';
import type { RoundSubject } from '../rounds/found.ts';

/** Whose rows somebody sees: undefined for all, otherwise those of these bodies. */
export interface BoardView {
  readonly bodies: readonly string[] | undefined;
}

/** A round with what the rights on its board depend on. */
export type BoardSubject = RoundSubject & Pick<Subject, 'participants'>;

/**
 * What somebody sees of a board: everything, if they may list the sheets; clerks and heads of a body only their own rows,
 * as no body sees the progress of another.
 */
export function boardView({ memberships }: Pick<Caller, 'memberships'>, subject: BoardSubject): BoardView {
  const bodies = bodiesAtWork(memberships).filter((body) => subject.participants.includes(body));
  if (bodies.length > 0 && !may(memberships, 'sheet.list', subject)) return { bodies };
  requireRight(memberships, 'sheet.list', subject);
  return { bodies: undefined };
}

/** Listeners with equal keys get the same bytes. */
export const viewKey = ({ bodies }: BoardView): string => (bodies === undefined ? '*' : bodies.toSorted().join(' '));
