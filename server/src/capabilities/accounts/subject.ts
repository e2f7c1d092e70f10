import { bodiesWith, type Membership, may, type SubjectOf } from '@parindex/core/rights/index';
import type { FoundPerson } from './queries/people.ts';

/** A person as rights are judged on them. */
export type PersonSubject = SubjectOf<'person.write'>;

const lasting = ({ memberships }: FoundPerson) => memberships.filter((held) => held.lasts);

/** Bodies that stand above every one of several, each given with all above it; none where there is none of them. */
export const aboveAll = (aboves: readonly (readonly string[])[]): string[] => {
  const [first = [], ...rest] = aboves;
  return first.filter((body) => rest.every((above) => above.includes(body)));
};

/** Of a person in part: whoever administers one of the bodies in which they have a role. A person without one is the whole installation's. */
export const partOf = (person: FoundPerson): PersonSubject => ({
  bodiesAbove: [...new Set(lasting(person).flatMap(({ above }) => above))],
});

/**
 * Of a person as a whole: whoever administers all bodies in which they have a role. What opens the account (a reset, another
 * email, a second factor taken away) opens all roles at once, so an administrator of one of the bodies may not.
 */
export const wholeOf = (person: FoundPerson): PersonSubject => ({ bodiesAbove: aboveAll(lasting(person).map(({ above }) => above)) });

/** Whether somebody may read of all people of the installation. */
export const readsAllPeople = (memberships: readonly Membership[]): boolean => may(memberships, 'person.read', { bodiesAbove: [] });

/** Bodies that somebody administers. */
export const administered = (memberships: readonly Membership[]): string[] => bodiesWith(memberships, 'person.write');
