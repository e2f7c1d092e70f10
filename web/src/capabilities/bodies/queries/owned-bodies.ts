import type { Session } from '../../../client/session.ts';

/** Bodies whose rounds and editions the person plans; what they may in truth, the server says. */
export const ownedBodies = (session: Session | null | undefined): { id: string; name: string }[] => {
  const bodies = (session?.memberships ?? []).flatMap(({ role, body }) => (role === 'owner' && body !== null ? [body] : []));
  return bodies.filter(({ id }, place) => bodies.findIndex((body) => body.id === id) === place);
};
