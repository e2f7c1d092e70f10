import { NOTICE_KIND_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';

/** Guidance, announcements, questions and answers of a round. */
export const noticeTexts = texts({
  kinds: NOTICE_KIND_NAMES,
  ofRound: { vi: 'Thông báo của kỳ đánh giá', en: 'Announcements of the round' },
  ofRoundLead: { vi: 'Mọi cơ quan trong kỳ đánh giá đọc được.', en: 'All bodies in the round can read this.' },
  none: { vi: 'Chưa có hướng dẫn, thông báo hay giải đáp nào.', en: 'No guidance, announcements or answers yet.' },
  noneOfRound: { vi: 'Chưa có thông báo nào.', en: 'No announcements yet.' },
  paper: { vi: (number: string, date: string) => `Số ${number} ngày ${date}`, en: (number: string, date: string) => `${number} of ${date}` },
  paperNumber: { vi: 'Số thông báo (nếu có)', en: 'Number, if it has one' },
  paperDate: { vi: 'Ngày ban hành (nếu có)', en: 'Date, if it has one' },
  confirmRead: { vi: 'Xác nhận đã đọc', en: 'I have read it' },
  readAt: { vi: (at: string) => `Ông/Bà đã xác nhận đọc lúc ${at}.`, en: (at: string) => `You said on ${at} that you had read it.` },
  whoRead: { vi: 'Danh sách đã đọc', en: 'Who has read it' },
  readBy: { vi: (count: number) => `${count} người đã xác nhận đọc`, en: (count: number) => `${count} have read it` },
  reader: {
    vi: (name: string, body: string, at: string) => `${name}${body && ` (${body})`}, lúc ${at}`,
    en: (name: string, body: string, at: string) => `${name}${body && ` (${body})`}, ${at}`,
  },
  unreadBy: {
    vi: (names: string, count: number) => `${count} cơ quan chưa có người đọc: ${names}.`,
    en: (names: string, count: number) => `Nobody has read it in ${count} bodies: ${names}.`,
  },
  by: { vi: (name: string, when: string) => `${name}, ${when}`, en: (name: string, when: string) => `${name}, ${when}` },
  asked: { vi: (question: string) => `Hỏi: ${question}`, en: (question: string) => `Question: ${question}` },
  answered: { vi: (text: string) => `Đáp: ${text}`, en: (text: string) => `Answer: ${text}` },
  withdrawn: { vi: (when: string) => `Đã thu hồi lúc ${when}.`, en: (when: string) => `Withdrawn at ${when}.` },
  withdraw: { vi: 'Thu hồi', en: 'Withdraw' },
  withdrawQuestion: {
    vi: 'Thu hồi nội dung này? Mọi cơ quan vẫn thấy là đã đăng và đã thu hồi, nhưng không đọc được nữa.',
    en: 'Withdraw this? All still see that it was published and withdrawn, and can read it no more.',
  },
  withdrawYes: { vi: 'Thu hồi nội dung này', en: 'Withdraw it' },
  text: { vi: 'Nội dung', en: 'Text' },
  textMore: { vi: (most: string) => `Tối đa ${most} ký tự.`, en: (most: string) => `Up to ${most} characters.` },
  publishGuidance: { vi: 'Đăng hướng dẫn tại tiêu chí này', en: 'Publish guidance at this item' },
  publishAnnouncement: { vi: 'Đăng thông báo', en: 'Publish an announcement' },
  publish: { vi: 'Đăng', en: 'Publish' },
  questions: { vi: 'Câu hỏi gửi cơ quan chủ trì', en: 'Questions to the owner of the round' },
  ask: { vi: 'Hỏi cơ quan chủ trì', en: 'Ask the owner of the round' },
  askMore: {
    vi: 'Chỉ cơ quan chủ trì biết cơ quan nào hỏi. Câu trả lời được đăng cho mọi cơ quan trong kỳ, không nêu cơ quan hỏi.',
    en: 'Only the owner knows which body asks. The answer is published for all in the round, without who asked.',
  },
  askSend: { vi: 'Gửi câu hỏi', en: 'Send the question' },
  waiting: { vi: 'Chờ giải đáp', en: 'Waits for an answer' },
  askedBy: {
    vi: (body: string, name: string, when: string) => `${body} (${name}), ${when}`,
    en: (body: string, name: string, when: string) => `${body} (${name}), ${when}`,
  },
  answer: { vi: 'Giải đáp', en: 'Answer' },
  answerTitle: { vi: (body: string) => `Giải đáp câu hỏi của ${body}`, en: (body: string) => `Answer the question of ${body}` },
  answerMore: {
    vi: 'Cả câu hỏi và câu trả lời được đăng cho mọi cơ quan trong kỳ. Đề nghị biên tập câu hỏi để không nhận biết được cơ quan đã hỏi.',
    en: 'Question and answer are published for all in the round. Word the question so that nobody can tell who asked.',
  },
  questionPublished: { vi: 'Câu hỏi được đăng', en: 'The question as published' },
  answerText: { vi: 'Nội dung giải đáp', en: 'The answer' },
  publishAnswer: { vi: 'Đăng giải đáp', en: 'Publish the answer' },
});
