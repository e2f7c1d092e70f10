import type { Role } from './roles.ts';
import { type Permission, POLICIES, type Relation } from './table.ts';

export interface Membership {
  readonly id: string;
  /** null: the whole installation. */
  readonly body: string | null;
  readonly role: string;
}

/** What an act is done to, as far as rights hang on it. */
export interface Subject {
  readonly body?: string | null;
  /** The body and all above it, on the day. */
  readonly bodiesAbove?: readonly string[];
  readonly roundOwner?: string;
  readonly domainOwners?: readonly string[];
  /** That have a part in the body's sheet, with all below them. */
  readonly departments?: readonly string[];
  readonly participants?: readonly string[];
}

function relates({ body }: Membership, of: Relation, subject: Subject): boolean {
  switch (of) {
    case 'anywhere':
      return true;
    case 'wholeInstallation':
      return body === null;
    case 'theBody':
      return body !== null && body === subject.body;
    case 'aBodyAbove':
      return body === null || subject.bodiesAbove?.includes(body) === true;
    case 'theRoundOwner':
      return subject.roundOwner !== undefined && (body === null || body === subject.roundOwner);
    case 'aDomainOwner':
      return body !== null && subject.domainOwners?.includes(body) === true;
    case 'aDepartmentAtWork':
      return body !== null && subject.departments?.includes(body) === true;
    case 'aParticipant':
      return body !== null && subject.participants?.includes(body) === true;
  }
}

/** The membership by which somebody may do it to the subject; undefined where none allows it. */
export function actingMembership(memberships: readonly Membership[], permission: Permission, subject: Subject): Membership | undefined {
  const sentences = POLICIES[permission];
  if (sentences === 'whoeverIsSignedIn') return memberships[0];
  return memberships.find((membership) =>
    sentences.some(({ roles, of }) => (roles as readonly Role[]).includes(membership.role as Role) && relates(membership, of, subject)),
  );
}

/** Whether somebody signed in, with these memberships in force, may do it to the subject. */
export const may = (memberships: readonly Membership[], permission: Permission, subject: Subject): boolean =>
  POLICIES[permission] === 'whoeverIsSignedIn' || actingMembership(memberships, permission, subject) !== undefined;

/** The bodies in which somebody does a body's own work. */
export const bodiesAtWork = (memberships: readonly Pick<Membership, 'role' | 'body'>[]): string[] =>
  memberships.flatMap(({ role, body }) => ((role === 'clerk' || role === 'head') && body !== null ? [body] : []));
