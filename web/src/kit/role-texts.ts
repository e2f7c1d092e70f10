import { texts } from '@parindex/core/words/texts';

export const roleTexts = texts({
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  owner: { vi: 'Cơ quan chủ trì', en: 'Owner of the round' },
  clerk: { vi: 'Công chức đầu mối', en: 'Clerk' },
  head: { vi: 'Người đứng đầu', en: 'Head of the body' },
  appraiser: { vi: 'Người thẩm định', en: 'Appraiser' },
  council: { vi: 'Thành viên Hội đồng thẩm định', en: 'Member of the council' },
  auditor: { vi: 'Người kiểm tra', en: 'Auditor' },
});
