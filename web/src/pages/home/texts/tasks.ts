import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** What waits, as one sentence each, and what is done about it. */
export const taskTexts = texts({
  title: { vi: (count: string) => `Đang chờ Ông/Bà (${count})`, en: (count: string) => `Waiting for you (${count})` },
  none: { vi: 'Hiện không có việc nào chờ Ông/Bà', en: 'Nothing waits for you now' },
  noneMore: {
    vi: 'Khi có việc cần Ông/Bà xử lý, việc đó hiện ở đây, việc gấp đứng trước.',
    en: 'What needs you appears here, the most urgent first.',
  },
  of: { vi: (body: string, round: string) => `${body} · ${round}`, en: (body: string, round: string) => `${body} · ${round}` },
  left: {
    vi: (days: number) => (days < 0 ? 'Đã quá hạn' : days === 0 ? 'Hạn hôm nay' : `Còn ${days} ngày`),
    en: (days: number) => (days < 0 ? 'Overdue' : days === 0 ? 'Due today' : `${counted(days, 'day')} left`),
  },
  deadline: { vi: (deadline: string) => `hạn ${deadline}`, en: (deadline: string) => `due ${deadline}` },
  said: { vi: (by: string, text: string) => `${by}: “${text}”`, en: (by: string, text: string) => `${by}: “${text}”` },
  about: { vi: (title: string, more: string) => `${title}. ${more}`, en: (title: string, more: string) => `${title}. ${more}` },
  names: {
    vi: (names: readonly string[], count: number) => `${names.join('; ')}${count > names.length ? `; và ${count - names.length} mục khác` : ''}`,
    en: (names: readonly string[], count: number) => `${names.join('; ')}${count > names.length ? `; and ${count - names.length} more` : ''}`,
  },
  by: {
    vi: (name: string, when: string, where: string) => `${name}, ${when}, ${where}`,
    en: (name: string, when: string, where: string) => `${name}, ${when}, ${where}`,
  },
  quoted: { vi: (text: string) => `“${text}”`, en: (text: string) => `“${text}”` },
  more: { vi: (count: number) => `và ${count} nội dung khác`, en: (count: number) => `and ${count} more` },
  showAll: { vi: (count: string) => `Xem tất cả ${count} việc`, en: (count: string) => `See all ${count}` },
  at: { vi: (item: string, body: string) => `tiêu chí ${item} của ${body}`, en: (item: string, body: string) => `item ${item} of ${body}` },
  sheetOf: { vi: (body: string) => `bảng chấm điểm của ${body}`, en: (body: string) => `the sheet of ${body}` },
  held: {
    vi: (left: string, points: string) => `${left}, giữ ${points} điểm`,
    en: (left: string, points: string) => `${left}, holding ${points} points`,
  },
  request: {
    asked: { vi: (by: string, at: string) => `${by} đề nghị lúc ${at}.`, en: (by: string, at: string) => `Asked for by ${by} on ${at}.` },
    before: { vi: (at: string) => `Chờ Ông/Bà quyết định trước ${at}.`, en: (at: string) => `It waits for your decision before ${at}.` },
    why: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  },
  kinds: {
    aboutAccount: {
      vi: () => 'Có đề nghị về tài khoản của Ông/Bà đang chờ người thứ hai quyết định, hoặc liên kết đặt mật khẩu đang còn mở.',
      en: () => 'Something is asked for of your account and waits for a second person, or a link to set your password is open.',
    },
    erasure: {
      vi: (count: string) => `Có ${count} đề nghị gỡ bỏ hoặc hủy tài liệu chờ Ông/Bà quyết định.`,
      en: (count: string) => `Removals and purges that wait for your decision: ${count}.`,
    },
    accountRequest: {
      vi: (count: string) => `Có ${count} đề nghị đang chờ Ông/Bà quyết định với tư cách người thứ hai.`,
      en: (count: string) => `Requests that wait for you as the second person: ${count}.`,
    },
    overdue: {
      vi: (count: string) => `${count} cơ quan đã quá hạn tự chấm`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} late with self-assessment`,
    },
    decide: { vi: (count: string) => `${count} nội dung chờ Ông/Bà phê duyệt`, en: (count: string) => `${counted(count, 'matter')} to approve` },
    returned: { vi: (count: string) => `${count} nội dung bị trả lại`, en: (count: string) => `${counted(count, 'matter')} returned` },
    reopened: {
      vi: () => 'Bảng chấm điểm được mở lại; phải sửa, chốt, ký và gửi lại',
      en: () => 'The sheet was opened again; mend, freeze, sign and send it anew',
    },
    freeze: { vi: () => 'Bảng chấm điểm đã tự chấm xong, chờ Ông/Bà chốt số liệu', en: () => 'All is scored and waits for you to freeze it' },
    send: { vi: () => 'Số liệu đã chốt, chờ ký số và gửi báo cáo', en: () => 'The sheet is frozen; the report is to be signed and sent' },
    mend: { vi: (count: string) => `${count} lỗi phải sửa trước khi gửi`, en: (count: string) => `${counted(count, 'error')} to mend before sending` },
    enter: {
      vi: (count: string) => `${count} nội dung được giao chưa trình lãnh đạo đơn vị`,
      en: (count: string) => `${counted(count, 'matter')} in hand, not brought before the leader`,
    },
    reviewParts: {
      vi: (count: string) => `${count} nội dung đơn vị đã phê duyệt, chờ rà soát`,
      en: (count: string) => `${counted(count, 'approved part')} to review`,
    },
    partsLate: {
      vi: (count: string) => `${count} đơn vị được giao đã quá hạn`,
      en: (count: string) => `${counted(count, 'department')} past the date set`,
    },
    appraise: { vi: (count: string) => `${count} nội dung chờ thẩm định`, en: (count: string) => `${counted(count, 'claim')} to appraise` },
    notSent: {
      vi: (count: string) => `${count} cơ quan chưa gửi báo cáo, sắp hết hạn`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} not sent, and the end is near`,
    },
    notBegun: {
      vi: (count: string) => `${count} cơ quan chưa bắt đầu tự chấm, đã quá nửa thời gian`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} not begun after half of the time`,
    },
    tooSlow: {
      vi: (count: string) => `${count} cơ quan dự báo không kịp hạn`,
      en: (count: string) => `${counted(count, 'body', 'bodies')} predicted to miss the end`,
    },
    mail: {
      vi: (count: string) => `${count} thư chưa gửi được, chờ Ông/Bà quyết định`,
      en: (count: string) => `${counted(count, 'mail')} not sent, for you to decide`,
    },
    question: { vi: () => 'Câu hỏi chờ giải đáp', en: () => 'A question waits for an answer' },
    mention: { vi: () => 'Ý kiến nhắc tên Ông/Bà', en: () => 'You are mentioned' },
    copiesWaiting: {
      vi: (count: string) => `Có ${count} tài liệu của cơ quan giống hệt tài liệu đang được đề nghị gỡ bỏ ở nơi khác.`,
      en: (count: string) => `Documents of yours with the very same file as one that others ask to remove: ${count}.`,
    },
    copiesRemoved: {
      vi: (count: string) => `Có ${count} tài liệu của cơ quan đã được gỡ bỏ cùng tài liệu giống hệt ở nơi khác; nơi dẫn cần được cập nhật.`,
      en: (count: string) => `Documents of yours that were removed with the very same file elsewhere: ${count}. What cites them has to be seen to.`,
    },
  },
  acts: {
    aboutAccount: { vi: 'Xem đề nghị', en: 'Look at it' },
    erasure: { vi: 'Xem việc xử lý', en: 'See what becomes of them' },
    roundRequest: { vi: 'Xem và quyết định', en: 'Read and decide' },
    accountRequest: { vi: 'Xem đề nghị', en: 'Look at it' },
    overdue: { vi: 'Xem cơ quan chậm', en: 'See who is late' },
    decide: { vi: 'Xem và phê duyệt', en: 'See and approve' },
    returned: { vi: 'Sửa và trình lại', en: 'Mend it' },
    reopened: { vi: 'Sửa nội dung được mở', en: 'Mend what is open' },
    freeze: { vi: 'Kiểm tra và chốt', en: 'Check and freeze' },
    send: { vi: 'Ký và gửi', en: 'Sign and send' },
    mend: { vi: 'Xem và sửa lỗi', en: 'See and mend' },
    score: { vi: 'Chấm tiếp', en: 'Go on scoring' },
    unscored: { vi: 'Xem nội dung chưa chấm', en: 'See what is missing' },
    enter: { vi: 'Xem việc được giao', en: 'See what is given to us' },
    reviewParts: { vi: 'Rà soát', en: 'Review' },
    partsLate: { vi: 'Xem phân công', en: 'See the assignments' },
    appraise: { vi: 'Xem các bảng chấm điểm', en: 'See the sheets' },
    notSent: { vi: 'Xem tiến độ', en: 'See the progress' },
    notBegun: { vi: 'Xem tiến độ', en: 'See the progress' },
    tooSlow: { vi: 'Xem dự báo', en: 'See who' },
    mail: { vi: 'Xem thư', en: 'See the mails' },
    question: { vi: 'Giải đáp', en: 'Answer' },
    mention: { vi: 'Xem và trả lời', en: 'Read and reply' },
    copiesWaiting: { vi: 'Xem việc xử lý', en: 'See what becomes of them' },
    copiesRemoved: { vi: 'Xem việc xử lý', en: 'See what becomes of them' },
  },
});
