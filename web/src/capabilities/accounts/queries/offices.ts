import { useQuery } from '@tanstack/react-query';
import { type Session, sessionQuery } from '../../../client/session.ts';

type Role = Session['memberships'][number]['role'];

/** Whether somebody has a role at all: what they plainly lack is not offered. The server judges each act. */
export function useHolds(role: Role): boolean {
  return useQuery(sessionQuery).data?.memberships.some((office) => office.role === role) ?? false;
}

/** Whether somebody administers the whole installation. */
export function useAdministersAll(): boolean {
  return useQuery(sessionQuery).data?.memberships.some(({ role, body }) => role === 'administrator' && body === null) ?? false;
}
