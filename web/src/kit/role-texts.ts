import { bilingual } from './bilingual.ts';

export const roleTexts = bilingual(
  {
    administrator: 'Quản trị viên',
    owner: 'Cơ quan chủ trì',
    clerk: 'Công chức đầu mối',
    head: 'Người đứng đầu',
    appraiser: 'Người thẩm định',
    council: 'Thành viên Hội đồng thẩm định',
    auditor: 'Người kiểm tra',
  },
  {
    administrator: 'Administrator',
    owner: 'Owner of the round',
    clerk: 'Clerk',
    head: 'Head of the body',
    appraiser: 'Appraiser',
    council: 'Member of the council',
    auditor: 'Auditor',
  },
);
