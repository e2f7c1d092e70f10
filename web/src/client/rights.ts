import { type Membership, may, mayAnywhere, type Permission, type SubjectOf } from '@parindex/core/rights/index';
import { useQuery } from '@tanstack/react-query';
import { type OwnMembership, type Session, sessionQuery } from './session.ts';

const membershipOf = ({ id, role, body }: OwnMembership): Membership => ({ id, role, body: body?.id ?? null });

/** The rights of the user, by the table that the server uses. They decide what is offered; the server checks each act. */
export interface Rights {
  may<P extends Permission>(permission: P, subject: SubjectOf<P>): boolean;
  /** Whether they may for some subject, where the concrete one is not known here. */
  mayAnywhere(permission: Permission): boolean;
}

/** The rights of the user, by the table of rights. */
export function useRights(): Rights {
  const memberships = useQuery(sessionQuery).data?.memberships.map(membershipOf) ?? [];
  return {
    may: (permission, subject) => may(memberships, permission, subject),
    mayAnywhere: (permission) => memberships.length > 0 && mayAnywhere(memberships, permission),
  };
}

/** Bodies whose rounds and editions the person plans. */
export const ownedBodies = (session: Session | null | undefined): { id: string; name: string }[] => {
  const owned = (session?.memberships ?? []).flatMap((office) =>
    office.body && may([membershipOf(office)], 'round.create', { roundOwner: office.body.id }) ? [office.body] : [],
  );
  return owned.filter(({ id }, place) => owned.findIndex((body) => body.id === id) === place);
};
