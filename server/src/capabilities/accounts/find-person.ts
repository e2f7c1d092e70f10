import type { grantMembership } from '@parindex/core/contracts/accounts-people';
import type { Body } from '@parindex/core/contracts/contract';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { type Draft, isUnsound } from '../../http/draft.ts';
import { signedInByBrowser } from '../../http/signed-in.ts';
import { readBodiesAbove } from '../bodies/queries/bodies.ts';
import { type FoundPerson, findPerson } from './queries/people.ts';
import { type PersonSubject, partOf, wholeOf } from './subject.ts';

interface FoundSubject {
  readonly of: PersonSubject;
  readonly person: FoundPerson;
}

type PersonRequest = { readonly db: Reading; readonly params: { readonly id: string }; readonly caller: Caller | null };

const finding =
  (subject: (person: FoundPerson) => PersonSubject) =>
  async ({ db, params, caller }: PersonRequest): Promise<FoundSubject | undefined> => {
    signedInByBrowser(caller);
    const person = await findPerson(db, params.id);
    return person && !person.ended ? { of: subject(person), person } : undefined;
  };

/** Whoever administers one of the person's bodies. */
export const findInPart = finding(partOf);
/** Whoever administers all of them. */
export const findWhole = finding(wholeOf);

export type MembershipDraft = Draft<Body<typeof grantMembership>> | undefined;

/** The existing bodies that a request's memberships name, each with all above it. */
export const bodiesNamed = (db: Reading, memberships: readonly MembershipDraft[]): Promise<Map<string, string[]>> =>
  readBodiesAbove(db, [...new Set(memberships.flatMap((draft) => draft?.body ?? []))]);

/** A person in part, of whom a role is asked: for whoever administers the role's body as well. Also answers the existing bodies that were named. */
export async function withinBody(
  db: Reading,
  of: PersonSubject,
  draft: MembershipDraft,
): Promise<{ readonly of: PersonSubject; readonly there: ReadonlyMap<string, unknown> }> {
  const there = await bodiesNamed(db, [draft]);
  // An unknown or unreadable body is a fault for administrators of the person; without a body it is the whole installation's.
  const named: readonly string[] = draft?.body == null ? [] : (there.get(draft.body) ?? of.bodiesAbove);
  const whole = isUnsound(draft, 'body') ? of.bodiesAbove : named;
  return { of: { bodiesAbove: whole.filter((above) => of.bodiesAbove.includes(above)) }, there };
}
