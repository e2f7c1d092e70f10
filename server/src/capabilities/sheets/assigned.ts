import { type ApprovalChain, type AssignedTargets, assignedTargets, type Decider, type Given } from '@parindex/core/assignments/index';
import { type AssignedMatter, inMatter } from '@parindex/core/assignments/matters';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import { actingMembership, bodiesAtWork, type Membership, may, type SubjectOf } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { readBodiesAbove } from '../bodies/queries/bodies.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { targetNow } from './item-now.ts';
import { type AssignmentRow, readAssignments, readChain } from './queries/assigned.ts';
import type { SheetPlace } from './queries/sheets.ts';
import { readTakeovers, type TakeoverRow } from './queries/takeovers.ts';

/** An assignment translated to the edition in force. */
export interface AssignmentNow extends AssignmentRow {
  readonly now: Target;
}

/** To whom the parts of a sheet are assigned, and what one person may do about them. */
export interface SheetAssignments {
  readonly chain: ApprovalChain & { readonly id: string | null; readonly version: number };
  readonly assignments: readonly AssignmentNow[];
  readonly assignedTargets: AssignedTargets;
  /** For each body in which the person works: departments with parts that are this body or above it. */
  readonly reach: ReadonlyMap<string, readonly string[]>;
}

/** For a sheet of which nothing is assigned to departments. */
export const NO_ASSIGNMENTS: SheetAssignments = {
  chain: { id: null, division: false, review: false, version: 0 },
  assignments: [],
  assignedTargets: new Map(),
  reach: new Map(),
};

/** Assignments of a sheet, translated to the edition in force; those that have no place there are left out. */
const placed = (rows: readonly AssignmentRow[], takeovers: readonly TakeoverRow[]): AssignmentNow[] =>
  rows.flatMap((row) => {
    const now = targetNow({ kind: row.kind, id: row.target }, row.edition, takeovers);
    return now ? [{ ...row, now }] : [];
  });

/** Reads to whom the parts of a sheet are assigned. If nothing is given away this reads nothing, unless what the body keeps itself is wanted too. */
export async function readSheetAssignments(
  db: Reading,
  place: Pick<SheetPlace, 'round' | 'body' | 'departments'>,
  { prepared }: ReadyEdition,
  memberships: readonly Membership[],
  wanted: 'givenAway' | 'all' = 'givenAway',
  matter: AssignedMatter = 'sheet',
): Promise<SheetAssignments> {
  if (place.departments.length === 0 && wanted === 'givenAway') return NO_ASSIGNMENTS;
  const assignments = inMatter(placed(await readAssignments(db, place), await readTakeovers(db, place.round)), matter);
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

/** A target with the bodies that hold it, as the rights need them. */
export function subjectOfTarget({ assignedTargets: assigned, reach }: SheetAssignments, target: Target): SubjectOf<'part.enter'> {
  const holders = assigned.get(targetKey(target)) ?? new Set<string>();
  return {
    holders: [...holders],
    belowHolders: [...reach].flatMap(([body, above]) => (!holders.has(body) && above.some((one) => holders.has(one)) ? [body] : [])),
  };
}

/** Whether a target was given as such, and did not merely come with an item. */
export const isGivenItself = ({ assignments }: SheetAssignments, target: Target): boolean =>
  assignments.some(({ now }) => targetKey(now) === targetKey(target));

/** Whether a target is assigned to a department of the caller. */
export const isMine = (assigned: SheetAssignments, target: Target, memberships: readonly Membership[]): boolean =>
  may(memberships, 'part.enter', subjectOfTarget(assigned, target));

/** The membership by which a person decides on a part, and in which capacity. */
export interface DecidingMembership {
  readonly by: Decider;
  readonly membership: string;
}

/** The right for each capacity of deciding. */
const DECIDERS = [
  ['leader', 'part.decideAsLeader'],
  ['body', 'part.decideForBody'],
  ['division', 'part.decideForDivision'],
] as const;

/** In which capacities somebody may decide on an assigned target: first as its leader, then for the body, then as the head of a division. */
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
