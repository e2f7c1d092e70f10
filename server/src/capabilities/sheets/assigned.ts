import { type ApprovalChain, type AssignedTargets, assignedTargets, type Decider, type Given } from '@parindex/core/assignments/index';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import { actingMembership, bodiesAtWork, type Membership, may, type SubjectOf } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { targetNow } from './item-now.ts';
import { type AssignmentRow, readAssignments, readBodiesAbove, readChain } from './queries/assigned.ts';
import type { SheetPlace } from './queries/sheets.ts';
import { readTakeovers, type TakeoverRow } from './queries/takeovers.ts';

/** An assignment at its place in the edition in force. */
export interface AssignmentNow extends AssignmentRow {
  readonly now: Target;
}

/** To whom the parts of a sheet are assigned, and as whom one person acts on them. */
export interface SheetAssignments {
  readonly chain: ApprovalChain & { readonly id: string | null; readonly version: number };
  readonly assignments: readonly AssignmentNow[];
  readonly assignedTargets: AssignedTargets;
  /** By a body in which one works: bodies that have parts and are that body, or above it. */
  readonly reach: ReadonlyMap<string, readonly string[]>;
}

/** Of a sheet of which nothing was given away. */
export const NO_ASSIGNMENTS: SheetAssignments = {
  chain: { id: null, division: false, review: false, version: 0 },
  assignments: [],
  assignedTargets: new Map(),
  reach: new Map(),
};

/** Assignments of a sheet at their places in the edition in force; those without one lead nowhere. */
const placed = (rows: readonly AssignmentRow[], takeovers: readonly TakeoverRow[]): AssignmentNow[] =>
  rows.flatMap((row) => {
    const now = targetNow({ kind: row.kind, id: row.target }, row.edition, takeovers);
    return now ? [{ ...row, now }] : [];
  });

/** Reads to whom the parts of a sheet are assigned. A sheet of which nothing was given away costs nothing, but where what a body keeps itself is asked for too. */
export async function readSheetAssignments(
  db: Reading,
  place: Pick<SheetPlace, 'round' | 'body' | 'departments'>,
  { prepared }: ReadyEdition,
  memberships: readonly Membership[],
  wanted: 'givenAway' | 'all' = 'givenAway',
): Promise<SheetAssignments> {
  if (place.departments.length === 0 && wanted === 'givenAway') return NO_ASSIGNMENTS;
  const assignments = placed(await readAssignments(db, place), await readTakeovers(db, place.round));
  const given = assignments.flatMap(({ now, to }): Given[] => (to.id === place.body ? [] : [{ target: now, to: to.id }]));
  const departments = new Set(given.map(({ to }) => to));
  const mine = bodiesAtWork(memberships).filter((body) => place.departments.includes(body));
  const above = mine.length === 0 ? new Map<string, string[]>() : await readBodiesAbove(db, mine);
  return {
    chain: await readChain(db, place.round, place.body),
    assignments,
    assignedTargets: assignedTargets(prepared, given),
    reach: new Map(mine.map((body) => [body, (above.get(body) ?? []).filter((one) => departments.has(one))])),
  };
}

/** A target as rights are judged on whoever has it in hand. */
function subjectOfTarget({ assignedTargets: assigned, reach }: SheetAssignments, target: Target): SubjectOf<'part.enter'> {
  const holders = assigned.get(targetKey(target)) ?? new Set<string>();
  return {
    holders: [...holders],
    belowHolders: [...reach].flatMap(([body, above]) => (!holders.has(body) && above.some((one) => holders.has(one)) ? [body] : [])),
  };
}

/** Whether a department of one's own has a target in hand. */
export const isMine = (assigned: SheetAssignments, target: Target, memberships: readonly Membership[]): boolean =>
  may(memberships, 'part.enter', subjectOfTarget(assigned, target));

/** A person's office in which they decide on a part, and as whom. */
export interface DecidingMembership {
  readonly by: Decider;
  readonly membership: string;
}

/** As whom one decides, by which right. */
const DECIDERS = [
  ['leader', 'part.decideAsLeader'],
  ['body', 'part.decideForBody'],
  ['division', 'part.decideForDivision'],
] as const;

/** As whom somebody may decide on a target that departments have in hand: as its leader first, then for the body, then as the head of a division. */
export function decidersOf(
  assigned: SheetAssignments,
  place: Pick<SheetPlace, 'body'>,
  target: Target,
  memberships: readonly Membership[],
): DecidingMembership[] {
  if (!assigned.assignedTargets.has(targetKey(target))) return [];
  const subject = { ...subjectOfTarget(assigned, target), body: place.body };
  return DECIDERS.flatMap(([by, right]) => {
    const membership = actingMembership(memberships, right, subject);
    return membership ? [{ by, membership: membership.id }] : [];
  });
}
