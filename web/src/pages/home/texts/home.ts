import { texts } from '@parindex/core/words/texts';

export const homeTexts = texts({
  title: { vi: 'Việc của tôi', en: 'My work' },
  lead: {
    vi: (name: string) => `Công việc của ${name} trong các kỳ đánh giá đang mở.`,
    en: (name: string) => `Work of ${name} in open rounds.`,
  },
  toReminders: { vi: 'Nhắc việc', en: 'Reminders' },
  office: { vi: (role: string, body: string) => `${role}, ${body}`, en: (role: string, body: string) => `${role}, ${body}` },
  points: {
    vi: (points: string) => `Điểm tự chấm hiện tại: ${points}`,
    en: (points: string) => `Claimed so far: ${points} points`,
  },
  toFreeze: { vi: 'Đã tự chấm xong, chờ chốt số liệu.', en: 'All is scored, to be frozen.' },
  calendar: { vi: 'Lịch', en: 'Calendar' },
  frozen: { vi: 'Lãnh đạo phê duyệt đã chốt số liệu.', en: 'The head of the body has frozen the sheet.' },
  sent: { vi: 'Đã gửi báo cáo có chữ ký số.', en: 'Sent, with a signature on the report.' },
  sentUnsigned: {
    vi: 'Đã gửi báo cáo không có chữ ký số, theo ý kiến cho phép của cơ quan chủ trì.',
    en: 'Sent without an electronic signature, by permission of the owner.',
  },
  reopened: {
    vi: 'Cơ quan chủ trì đã mở lại bảng chấm điểm; phải chốt, ký và gửi lại.',
    en: 'The owner has reopened the sheet; freeze, sign and send it anew.',
  },
  openUntil: {
    vi: (step: string, until: string, distance: string) => `${step}: đang mở đến ${until} (${distance})`,
    en: (step: string, until: string, distance: string) => `${step}: open until ${until} (${distance})`,
  },
  opensAt: {
    vi: (step: string, opens: string, distance: string) => `${step}: mở từ ${opens} (${distance})`,
    en: (step: string, opens: string, distance: string) => `${step}: opens ${opens} (${distance})`,
  },
  closedAt: {
    vi: (step: string, closes: string) => `${step}: đã đóng (hạn ${closes})`,
    en: (step: string, closes: string) => `${step}: closed (until ${closes})`,
  },
  toSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
  toSheets: { vi: 'Xem các bảng chấm điểm', en: 'See the sheets' },
  toRound: { vi: 'Xem kỳ đánh giá', en: 'See the round' },
});
