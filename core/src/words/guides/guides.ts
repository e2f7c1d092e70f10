import type { Role } from '../../rights/roles.ts';
import { administratorGuide } from './administrator.ts';
import { clerkGuide } from './clerk.ts';
import { departmentGuide } from './department.ts';
import { GUIDES, type Guide } from './guide.ts';
import { headGuide } from './head.ts';
import { ownerGuide } from './owner.ts';

/** The guides, each for those who do one kind of work: shown in the workspace, and made into a file. */
export const GUIDE_TEXTS = {
  clerk: clerkGuide,
  department: departmentGuide,
  head: headGuide,
  owner: ownerGuide,
  administrator: administratorGuide,
} as const satisfies Readonly<Record<Guide, unknown>>;

/** Which guide is of most use to whoever holds these roles; at work for a body that has no sheet of its own: the department's. */
export function guideFor(roles: readonly Role[], hasSheet: boolean): Guide {
  const [first] = GUIDES.filter((guide) => roles.some((role) => role === guide));
  if (first === undefined) return roles.some((role) => role === 'council' || role === 'appraiser') ? 'owner' : 'clerk';
  return hasSheet || (first !== 'clerk' && first !== 'head') ? first : 'department';
}
