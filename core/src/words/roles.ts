import type { Role } from '../rights/roles.ts';
import { type Names, texts } from './texts.ts';

/** What roles are called by officials. */
export const ROLE_NAMES = texts<Names<Role>>({
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  owner: { vi: 'Cán bộ cơ quan chủ trì', en: 'Owner of the round' },
  clerk: { vi: 'Công chức đầu mối', en: 'Clerk' },
  head: { vi: 'Lãnh đạo phê duyệt', en: 'Head of the body' },
  appraiser: { vi: 'Người thẩm định', en: 'Appraiser' },
  council: { vi: 'Thành viên Hội đồng thẩm định', en: 'Member of the council' },
  auditor: { vi: 'Người kiểm tra', en: 'Auditor' },
  interviewer: { vi: 'Điều tra viên', en: 'Interviewer' },
});
