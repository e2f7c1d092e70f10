import { counted } from '@parindex/core/words/language';
import { STANDING_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

export const homeTexts = texts({
  title: { vi: 'Việc của tôi', en: 'My work' },
  today: { vi: (weekday: string, day: string) => `${weekday}, ngày ${day}`, en: (weekday: string, day: string) => `${weekday}, ${day}` },
  toGuides: { vi: 'Hướng dẫn', en: 'Guides' },
  toReminders: { vi: 'Nhắc việc', en: 'Reminders' },
  toInterviews: { vi: 'Phỏng vấn người dân', en: 'Interviews' },
  rounds: { vi: 'Kỳ đánh giá đang mở', en: 'Open rounds' },
  ahead: { vi: STANDING_NAMES.vi.notBegun, en: STANDING_NAMES.en.notBegun },
  over: { vi: (count: number) => `Không còn việc phải làm (${count})`, en: (count: number) => `Nothing left to do (${count})` },
  office: { vi: (roles: string, body: string) => `${roles}, ${body}`, en: (roles: string, body: string) => `${roles}, ${body}` },
  points: { vi: (points: string) => `Điểm tự chấm hiện tại: ${points}`, en: (points: string) => `Claimed so far: ${points} points` },
  frozen: { vi: 'Số liệu đã chốt, chờ ký và gửi', en: 'Frozen, to be signed and sent' },
  sent: { vi: 'Đã gửi, có chữ ký số', en: 'Sent, signed' },
  sentUnsigned: {
    vi: 'Đã gửi, không có chữ ký số theo ý kiến cho phép của cơ quan chủ trì',
    en: 'Sent without an electronic signature, by permission of the owner',
  },
  reopened: { vi: 'Được mở lại', en: 'Opened again' },
  toFreeze: { vi: STANDING_NAMES.vi.toFreeze, en: STANDING_NAMES.en.toFreeze },
  closed: { vi: 'Kỳ đã đóng', en: 'The round is closed' },
  place: {
    vi: (rank: number, of: number) => `Xếp hạng tạm tính, theo điểm tự chấm: ${rank}/${of}`,
    en: (rank: number, of: number) => `Provisional rank by what bodies score themselves: ${rank} of ${of}`,
  },
  given: {
    vi: (given: number, approved: number, of: string) => `${of} giao ${given} nội dung; đã duyệt ${approved}`,
    en: (given: number, approved: number, of: string) => `${of} gave ${counted(given, 'matter')}; ${approved} approved`,
  },
  noneGiven: {
    vi: (of: string) => `${of} đang tham gia kỳ này và chưa giao nội dung nào cho đơn vị của Ông/Bà. Nội dung được giao sẽ hiện ở đây.`,
    en: (of: string) => `${of} takes part and has given nothing to your department yet. What it gives appears here.`,
  },
  now: {
    vi: (step: string, days: number, until: string) => `${step}: ${days === 0 ? 'hạn hôm nay' : `còn ${days} ngày`}, ${until}`,
    en: (step: string, days: number, until: string) => `${step}: ${days === 0 ? 'ends today' : `${counted(days, 'day')} left`}, ${until}`,
  },
  opensAt: {
    vi: (step: string, opens: string, days: number) => `${step}: mở từ ${opens}, còn ${days} ngày`,
    en: (step: string, opens: string, days: number) => `${step}: opens ${opens}, in ${counted(days, 'day')}`,
  },
  closedAt: {
    vi: (step: string, closes: string) => `${step}: đã đóng, hạn ${closes}`,
    en: (step: string, closes: string) => `${step}: closed, until ${closes}`,
  },
  noCalendar: { vi: 'Chưa có lịch', en: 'No calendar yet' },
  toSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
  toOverview: { vi: 'Xem tổng quan', en: 'See the overview' },
  toBoard: { vi: 'Xem tiến độ', en: 'See the progress' },
  toParts: { vi: 'Mở việc được giao', en: 'Open what is given to us' },
  toRound: { vi: 'Xem kỳ đánh giá', en: 'See the round' },
});
