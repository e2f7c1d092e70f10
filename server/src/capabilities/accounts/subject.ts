import { bodiesWith, type Membership, may, type Role, type SubjectOf } from '@parindex/core/rights/index';
import type { FoundPerson, HeldMembership } from './queries/people.ts';

/** A person as rights are judged on them. */
export type PersonSubject = SubjectOf<'person.write'>;

const lasting = ({ memberships }: FoundPerson) => memberships.filter((held) => held.lasts);

/** Bodies that stand above every one of several, each given with all above it. */
export const aboveAll = (aboves: readonly (readonly string[])[]): string[] => {
  const [first = [], ...rest] = aboves;
  return first.filter((body) => rest.every((above) => above.includes(body)));
};

/** A person in part: for administrators of any body in which they have a role. Somebody without a role belongs to the whole installation. */
export const partOf = (person: FoundPerson): PersonSubject => ({
  bodiesAbove: [...new Set(lasting(person).flatMap(({ above }) => above))],
});

/**
 * A person as a whole: for administrators of every body in which they have a role. What opens the account (a reset,
 * another email, removing the second factor) opens all roles at once, so administering one of the bodies is not enough.
 */
export const wholeOf = (person: FoundPerson): PersonSubject => ({ bodiesAbove: aboveAll(lasting(person).map(({ above }) => above)) });

/** Whether a person has the same role there already, at any time of it. */
export const holdsAlready = (
  { memberships }: FoundPerson,
  { role, body, from, to }: { readonly role: Role; readonly body: string | null; readonly from: string; readonly to: string | null },
): boolean =>
  memberships.some((held) => held.role === role && (held.body?.id ?? null) === body && held.from <= (to ?? held.from) && (held.to === null || held.to >= from));

/** Whether somebody may read about everybody in the installation. */
export const readsAllPeople = (memberships: readonly Membership[]): boolean => may(memberships, 'person.read', { bodiesAbove: [] });

/** Bodies that somebody administers. */
export const administered = (memberships: readonly Membership[]): string[] => bodiesWith(memberships, 'person.write');

/** Whether whoever holds a membership may give roles over the whole installation: somebody always must. */
export const administersAll = ({ id, role, body }: HeldMembership): boolean => may([{ id, role, body: body?.id ?? null }], 'person.write', { bodiesAbove: [] });
