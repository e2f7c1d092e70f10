import { NEWS_DAYS } from '@parindex/core/words/mail';
import { texts } from '@parindex/core/words/texts';

export const mailQueueTexts = texts({
  title: { vi: 'Thư chưa gửi', en: 'Mails that have not gone' },
  server: {
    vi: `Thư được gửi tự động qua máy chủ thư; ở đây là các thư còn chờ hoặc cần Ông/Bà xử lý. Thư của hơn ${NEWS_DAYS} ngày trước không tự gửi nữa.`,
    en: `Mails go by the mail server; these still wait, or ask for your word. What is older than ${NEWS_DAYS} days is not sent by itself any more.`,
  },
  noServer: {
    vi: 'Chưa cài đặt máy chủ thư (PARINDEX_SMTP). Ông/Bà có thể chép nội dung để chuyển cho từng người bằng cách khác, rồi ghi nhận đã chuyển.',
    en: 'No mail server is set (PARINDEX_SMTP). You can copy the text, pass it on another way, and say so here.',
  },
  none: { vi: 'Không có thư nào chờ.', en: 'No mail waits.' },
  more: { vi: 'Còn nữa; chỉ hiện 200 thư, mới nhất trước.', en: 'There are more; 200 are shown, the newest first.' },
  to: { vi: (name: string, email: string) => `${name} (${email})`, en: (name: string, email: string) => `${name} (${email})` },
  states: {
    waiting: { vi: 'Đang chờ gửi', en: 'Waiting' },
    sending: { vi: 'Đang gửi', en: 'Being sent' },
    sent: { vi: 'Đã gửi', en: 'Sent' },
    unsure: { vi: 'Không rõ đã gửi hay chưa', en: 'Nobody knows whether it went' },
    refused: { vi: 'Máy chủ thư từ chối', en: 'Refused by the mail server' },
    handedOver: { vi: 'Đã chuyển cách khác', en: 'Passed on' },
  },
  unsureMore: {
    vi: 'Tiến trình gửi bị ngắt khi máy chủ thư có thể đã nhận. Để không gửi trùng, hệ thống không tự gửi lại: hãy hỏi người nhận hoặc xem máy chủ thư rồi chọn.',
    en: 'The process that sent it broke off when the mail server may have had it. So that nothing comes twice it is not sent again by itself: ask whom it is for, or look at the mail server, and choose.',
  },
  onlySent: {
    vi: 'Thư này chỉ được gửi đi hoặc gửi lại; không ai ghi nhận thay là đã chuyển.',
    en: 'This mail is only sent or sent again; nobody says in its place that it was passed on.',
  },
  tries: { vi: (count: string) => `Số lần đã thử: ${count}.`, en: (count: string) => `Tries so far: ${count}.` },
  serverSaid: { vi: (said: string) => `Máy chủ thư trả lời: “${said}”.`, en: (said: string) => `The mail server said: “${said}”.` },
  nextTry: { vi: (moment: string) => `Thử gửi lại lúc ${moment}.`, en: (moment: string) => `Tried again at ${moment}.` },
  ended: { vi: 'Tài khoản đã kết thúc.', en: 'The account has ended.' },
  show: { vi: 'Xem nội dung', en: 'Show the text' },
  hide: { vi: 'Ẩn nội dung', en: 'Hide the text' },
  copy: { vi: 'Chép nội dung', en: 'Copy the text' },
  handedOver: { vi: 'Ghi nhận đã chuyển', en: 'Say that it was passed on' },
  allHandedOver: { vi: 'Ghi nhận đã chuyển tất cả', en: 'Say that all were passed on' },
  allHandedOverAsk: {
    vi: (count: string) => `Ghi nhận ${count} thư đang hiện là đã chuyển cho người nhận?`,
    en: (count: string) => `Say that the ${count} mails shown were passed on?`,
  },
  sendAgain: { vi: 'Gửi lại', en: 'Send again' },
  ofMail: { vi: (act: string, name: string) => `${act}: ${name}`, en: (act: string, name: string) => `${act}: ${name}` },
  done: { vi: 'Đã ghi nhận.', en: 'Noted.' },
});
