import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** What waits, as one sentence each, and what is done about it. */
export const taskTexts = texts({
  title: { vi: (count: string) => `Đang chờ Ông/Bà (${count})`, en: (count: string) => `Waiting for you (${count})` },
  left: {
    vi: (days: number) => (days < 0 ? 'Đã quá hạn' : days === 0 ? 'Hạn hôm nay' : `Còn ${days} ngày`),
    en: (days: number) => (days < 0 ? 'Overdue' : days === 0 ? 'Due today' : `${counted(days, 'day')} left`),
  },
  deadline: { vi: (deadline: string) => `hạn ${deadline}`, en: (deadline: string) => `due ${deadline}` },
  said: { vi: (by: string, text: string) => `${by}: “${text}”`, en: (by: string, text: string) => `${by}: “${text}”` },
  names: {
    vi: (names: readonly string[], count: number, bodies: boolean) =>
      `${names.join('; ')}${count > names.length ? `; và ${count - names.length} ${bodies ? 'cơ quan' : 'nội dung'} khác` : ''}`,
    en: (names: readonly string[], count: number, _bodies: boolean) => `${names.join('; ')}${count > names.length ? `; and ${count - names.length} more` : ''}`,
  },
  more: { vi: (count: number) => `và ${count} nội dung khác`, en: (count: number) => `and ${count} more` },
  showAll: { vi: (count: string) => `Xem tất cả ${count} việc`, en: (count: string) => `See all ${count}` },
  held: {
    vi: (left: string, points: string) => `${left}, tổng ${points} điểm`,
    en: (left: string, points: string) => `${left}, holding ${points} points`,
  },
  kinds: {
    overdue: {
      vi: (count: string) => `${count} cơ quan đã quá hạn tự chấm`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} late with self-assessment`,
    },
    decide: { vi: (count: string) => `${count} nội dung chờ Ông/Bà phê duyệt`, en: (count: string) => `${counted(count, 'matter')} to approve` },
    returned: { vi: (count: string) => `${count} nội dung bị trả lại`, en: (count: string) => `${counted(count, 'matter')} returned` },
    freeze: { vi: () => 'Bảng chấm điểm đã tự chấm xong, chờ Ông/Bà chốt số liệu', en: () => 'All is scored and waits for you to freeze it' },
    send: { vi: () => 'Số liệu đã chốt, chờ ký số và gửi báo cáo', en: () => 'The sheet is frozen; the report is to be signed and sent' },
    mend: { vi: (count: string) => `${count} lỗi phải sửa trước khi gửi`, en: (count: string) => `${counted(count, 'error')} to mend before sending` },
    enter: {
      vi: (count: string) => `${count} nội dung được giao chưa trình lãnh đạo đơn vị`,
      en: (count: string) => `${counted(count, 'matter')} in hand, not brought before the leader`,
    },
    notSent: {
      vi: (count: string) => `${count} cơ quan chưa gửi báo cáo, sắp hết hạn`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} not sent, and the end is near`,
    },
    notBegun: {
      vi: (count: string) => `${count} cơ quan chưa bắt đầu tự chấm, đã quá nửa thời gian`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} not begun after half of the time`,
    },
    tooSlow: {
      vi: (count: string) => `${count} cơ quan có nguy cơ chậm`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} that may be late`,
    },
  },
  acts: {
    overdue: { vi: 'Xem cơ quan chậm', en: 'See who is late' },
    decide: { vi: 'Xem và phê duyệt', en: 'See and approve' },
    returned: { vi: 'Sửa và trình lại', en: 'Mend it' },
    freeze: { vi: 'Kiểm tra và chốt', en: 'Check and freeze' },
    send: { vi: 'Ký và gửi', en: 'Sign and send' },
    mend: { vi: 'Xem và sửa lỗi', en: 'See and mend' },
    score: { vi: 'Chấm tiếp', en: 'Go on scoring' },
    unscored: { vi: 'Xem nội dung chưa chấm', en: 'See what is missing' },
    enter: { vi: 'Xem việc được giao', en: 'See what is given to us' },
    notSent: { vi: 'Xem tiến độ', en: 'See the progress' },
    notBegun: { vi: 'Xem cơ quan chưa bắt đầu', en: 'See who has not begun' },
    tooSlow: { vi: 'Xem cơ quan', en: 'See who' },
  },
});
