import { MAILING_KIND_NAMES, MAILING_STATE_NAMES, UNREACHED_STATE_NAMES } from '@parindex/core/words/mailing-words';
import { texts } from '@parindex/core/words/texts';

/** Invitations and reminders by mail, as whoever leads a survey sends them. */
export const mailsTexts = texts({
  title: { vi: 'Thư mời, thư nhắc qua thư điện tử', en: 'Invitations and reminders by mail' },
  lead: {
    vi: 'Mỗi thư mang một liên kết riêng, được lập khi thư gửi đi và không lưu lại ở đâu. Thư nhắc chỉ gửi cho người chưa trả lời; trang này không cho biết ai đã trả lời.',
    en: 'Every mail brings a link of its own, which is made as the mail goes and kept nowhere. Reminders go to those alone who have not answered; this page does not tell who has.',
  },
  noServer: {
    vi: 'Hệ thống chưa kết nối máy chủ thư điện tử nên chưa gửi được thư. Người vận hành cài đặt máy chủ thư; trong khi chờ, có thể lập liên kết dưới dạng danh sách hoặc giấy mời.',
    en: 'There is no mail server, so that no mail is sent. Whoever runs the system sets one; meanwhile links can be made as a list or as letters.',
  },
  kind: { vi: 'Loại thư', en: 'What is sent' },
  kinds: MAILING_KIND_NAMES,
  kindsMore: {
    invitation: { vi: 'Gửi cho người có thư điện tử và chưa có liên kết.', en: 'To those with an address who have no link yet.' },
    reminder: {
      vi: 'Gửi cho người đã có liên kết và chưa trả lời. Liên kết đã gửi vẫn dùng được. Tiến độ gửi thư nhắc không hiển thị, vì từ đó có thể suy ra ai đã trả lời.',
      en: 'To those who have a link and have not answered. Links that were sent stay good. How far reminders have come is not shown: it would tell who has answered.',
    },
    again: {
      vi: 'Gửi lại cho mọi người mà hệ thống không biết thư trước đã đến máy chủ thư hay chưa, kể cả người đã trả lời. Có thể có người nhận hai thư.',
      en: 'To all whose last mail may or may not have reached the mail server, whether they have answered or not. Somebody may get two mails.',
    },
  },
  body: { vi: 'Cơ quan', en: 'Body' },
  allBodies: { vi: 'Mọi cơ quan đã xác nhận danh sách', en: 'All bodies with a confirmed list' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  allGroups: { vi: 'Mọi nhóm đối tượng', en: 'All groups' },
  act: { vi: 'Gửi thư', en: 'Send' },
  done: { vi: 'Thư đang được gửi lần lượt. Có thể rời trang này.', en: 'The mails are going one after the other. You may leave this page.' },
  standing: { vi: 'Kết quả gửi theo cơ quan', en: 'What became of the mails, by body' },
  listed: { vi: 'Trong danh sách', en: 'Listed' },
  withoutAddress: { vi: 'Không có thư điện tử', en: 'Without an address' },
  sent: { vi: 'Gửi được', en: 'Sent' },
  undeliverable: { vi: 'Không gửi được', en: 'Not deliverable' },
  unsure: { vi: 'Chưa rõ', en: 'Not known' },
  standingMore: {
    vi: 'Số liệu tính theo thư gần nhất của từng người trong danh sách, không phụ thuộc người đó đã trả lời hay chưa.',
    en: 'Counted by the last mail to each of those listed, whether they have answered or not.',
  },
  calls: { vi: 'Các đợt gửi thư', en: 'What was sent' },
  at: { vi: 'Thời điểm', en: 'When' },
  by: { vi: 'Người gửi', en: 'By' },
  state: { vi: 'Trạng thái', en: 'State' },
  states: MAILING_STATE_NAMES,
  percent: { vi: (percent: string) => `${percent}%`, en: (percent: string) => `${percent}%` },
  unreached: {
    show: { vi: 'Xem người thư không đến được', en: 'Show whom mails do not reach' },
    hide: { vi: 'Ẩn danh sách', en: 'Hide the list' },
    recorded: { vi: 'Việc xem danh sách được ghi nhật ký.', en: 'That it is looked at is recorded.' },
    title: { vi: 'Người thư không đến được', en: 'Whom mails do not reach' },
    nobody: { vi: 'Không có ai.', en: 'There is nobody.' },
    more: {
      vi: (shown: string, count: string) => `Hiển thị ${shown} trong ${count} người.`,
      en: (shown: string, count: string) => `${shown} of ${count} people are shown.`,
    },
    name: { vi: 'Họ và tên', en: 'Name' },
    mail: { vi: 'Thư điện tử', en: 'E-mail' },
    why: { vi: 'Lý do', en: 'Why' },
    states: UNREACHED_STATE_NAMES,
    told: { vi: (words: string) => `Máy chủ thư trả lời: “${words}”`, en: (words: string) => `The mail server said: “${words}”` },
  },
});
