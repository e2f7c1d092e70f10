import type { Membership } from './may.ts';

/** The bodies in which somebody does a body's own work. */
export const bodiesAtWork = (memberships: readonly Pick<Membership, 'role' | 'body'>[]): string[] =>
  memberships.flatMap(({ role, body }) => ((role === 'clerk' || role === 'head') && body !== null ? [body] : []));
