import { displayDate } from '../../quantity/display.ts';
import type { Role } from '../../rights/roles.ts';
import { texts } from '../texts.ts';
import { administratorGuide } from './administrator.ts';
import { appraiserGuide } from './appraiser.ts';
import { auditorGuide } from './auditor.ts';
import { clerkGuide } from './clerk.ts';
import { councilGuide } from './council.ts';
import { departmentGuide } from './department.ts';
import { GUIDES, GUIDES_OF, type Guide } from './guide.ts';
import { headGuide } from './head.ts';
import { ownerGuide } from './owner.ts';

/** The guides, each for those who do one kind of work: shown in the workspace, and made into a file. */
export const GUIDE_TEXTS = {
  clerk: clerkGuide,
  department: departmentGuide,
  head: headGuide,
  owner: ownerGuide,
  appraiser: appraiserGuide,
  council: councilGuide,
  auditor: auditorGuide,
  administrator: administratorGuide,
} as const satisfies Readonly<Record<Guide, unknown>>;

const day = displayDate(GUIDES_OF);

/** Of which product a guide is, and of which day. */
export const guideEdition = texts({
  of: { vi: `Hệ thống ParIndex. Bản hướng dẫn ngày ${day}.`, en: `ParIndex. As of ${day}.` },
});

/** Which guide is of most use to whoever holds these roles; at work for a body that has no sheet of its own: the department's. */
export function guideFor(roles: readonly Role[], hasSheet: boolean): Guide {
  const [first] = GUIDES.filter((guide) => roles.some((role) => role === guide));
  if (first === undefined) return 'clerk';
  return hasSheet || (first !== 'clerk' && first !== 'head') ? first : 'department';
}
