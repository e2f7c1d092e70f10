import type { Language } from '@parindex/core';
import type { Role } from '@parindex/core/rights/index';

/** What roles are called by officials. */
export const ROLE_NAMES: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  owner: { vi: 'Cơ quan chủ trì', en: 'Scheme owner' },
  clerk: { vi: 'Công chức đầu mối', en: 'Clerk' },
  head: { vi: 'Người đứng đầu', en: 'Head' },
  appraiser: { vi: 'Người thẩm định', en: 'Appraiser' },
  council: { vi: 'Thành viên Hội đồng thẩm định', en: 'Council member' },
  auditor: { vi: 'Người kiểm tra, giám sát', en: 'Auditor' },
};
