import { bodiesAtWork, may, type Subject } from '@parindex/core/rights/index';
import { type Caller, requireRight } from '../../http/admission.ts';
import type { RoundSubject } from '../rounds/found.ts';

/** Whose rows somebody sees: undefined all, else those of these bodies. */
export interface BoardView {
  readonly bodies: readonly string[] | undefined;
}

/** A round as rights on its board are judged. */
export type BoardSubject = RoundSubject & Pick<Subject, 'participants'>;

/**
 * What of a board somebody sees: all of it whoever may list the sheets; a body's clerks and heads their own rows, for no
 * body sees how another comes on.
 */
export function boardView({ memberships }: Pick<Caller, 'memberships'>, subject: BoardSubject): BoardView {
  const bodies = bodiesAtWork(memberships).filter((body) => subject.participants.includes(body));
  if (bodies.length > 0 && !may(memberships, 'sheet.list', subject)) return { bodies };
  requireRight(memberships, 'sheet.list', subject);
  return { bodies: undefined };
}

/** Two who see the same get the same bytes. */
export const viewKey = ({ bodies }: BoardView): string => (bodies === undefined ? '*' : bodies.toSorted().join(' '));
