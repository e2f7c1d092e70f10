import { bilingual } from '../../../kit/bilingual.ts';

export const nothingToDoTexts = bilingual(
  {
    none: 'Hiện không có kỳ đánh giá nào đang mở theo vai trò của Ông/Bà',
    noneMore: 'Khi cơ quan chủ trì mở một kỳ mà cơ quan của Ông/Bà tham gia, việc cần làm sẽ hiện ở đây.',
    noneAdministrator: 'Quản trị viên không chấm điểm. Ông/Bà có thể mời người dùng, cập nhật cơ quan, xem nhật ký hoặc kiểm tra vận hành.',
    noneAuditor: 'Người kiểm tra đọc được mọi kỳ đánh giá, bảng điểm và nhật ký.',
    toRounds: 'Đến các kỳ đánh giá',
    toPeople: 'Đến danh sách người dùng',
    toAudit: 'Đến nhật ký',
  },
  {
    none: 'No open round asks anything of you now',
    noneMore: 'When an owner opens a round in which your body takes part, what is to be done appears here.',
    noneAdministrator: 'Administrators do not score. You can invite people, keep the bodies, read the trail or look after the operation.',
    noneAuditor: 'An auditor can read every round, sheet and the trail.',
    toRounds: 'To the rounds',
    toPeople: 'To the people',
    toAudit: 'To the audit trail',
  },
);
