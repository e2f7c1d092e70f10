import { texts } from '@parindex/core/words/texts';

export const nothingToDoTexts = texts({
  nothingWaits: { vi: 'Hiện không có việc nào chờ Ông/Bà', en: 'Nothing waits for you now' },
  nothingWaitsMore: {
    vi: 'Khi có việc cần Ông/Bà xử lý, việc đó hiện ở đây, việc gấp đứng trước.',
    en: 'What needs you appears here, the most urgent first.',
  },
  none: { vi: 'Hiện không có kỳ đánh giá nào đang mở theo vai trò của Ông/Bà', en: 'No open round asks anything of you now' },
  noneMore: {
    vi: 'Khi cơ quan chủ trì mở một kỳ mà cơ quan của Ông/Bà tham gia, việc cần làm sẽ hiện ở đây.',
    en: 'When an owner opens a round in which your body takes part, what is to be done appears here.',
  },
  noneAdministrator: {
    vi: 'Quản trị viên không chấm điểm. Ông/Bà có thể mời người dùng, cập nhật cơ quan, xem nhật ký hoặc kiểm tra vận hành.',
    en: 'Administrators do not score. You can invite people, keep the bodies, read the trail or look after the operation.',
  },
  noneAuditor: { vi: 'Người kiểm tra đọc được mọi kỳ đánh giá, bảng chấm điểm và nhật ký.', en: 'An auditor can read every round, sheet and the trail.' },
  toRounds: { vi: 'Đến các kỳ đánh giá', en: 'To the rounds' },
  toPeople: { vi: 'Đến danh sách người dùng', en: 'To the people' },
  toAudit: { vi: 'Đến nhật ký', en: 'To the audit trail' },
});
