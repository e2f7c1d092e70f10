import { THREAD_KIND_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';

/** Threads of comments at an item. */
export const commentTexts = texts({
  kinds: THREAD_KIND_NAMES,
  onlyInside: { vi: 'Chỉ người của cơ quan mình đọc được.', en: 'Only people of your own body can read this.' },
  bothSides: {
    vi: 'Cơ quan tự chấm, cơ quan thẩm định, Hội đồng và cơ quan chủ trì kỳ đánh giá đọc được.',
    en: 'The body, those who appraise it, the council and the owner of the round can read this.',
  },
  none: { vi: 'Chưa có trao đổi nào.', en: 'No threads yet.' },
  begin: {
    internal: { vi: 'Viết trao đổi nội bộ', en: 'Write an internal comment' },
    shared: { vi: 'Gửi ý kiến đến cơ quan thẩm định', en: 'Write to those who appraise' },
  },
  beginFromOutside: { vi: 'Gửi ý kiến đến cơ quan tự chấm', en: 'Write to the body' },
  threadOf: { vi: (name: string, when: string) => `Trao đổi của ${name}, ${when}`, en: (name: string, when: string) => `Thread of ${name}, ${when}` },
  text: { vi: 'Nội dung', en: 'Text' },
  textMore: { vi: (most: string) => `Tối đa ${most} ký tự.`, en: (most: string) => `Up to ${most} characters.` },
  empty: { vi: 'Chưa nhập nội dung.', en: 'Nothing was written yet.' },
  mention: { vi: 'Nhắc tới', en: 'Mention' },
  mentionMore: { vi: 'Người được nhắc thấy trao đổi này ở trang “Việc của tôi”.', en: 'Whoever is mentioned finds the thread at “My work”.' },
  noneFound: { vi: 'Không tìm thấy người nào', en: 'Nobody found' },
  dropMention: { vi: (name: string) => `Bỏ nhắc tới ${name}`, en: (name: string) => `Do not mention ${name}` },
  mentioned: { vi: (names: string) => `Nhắc tới: ${names}`, en: (names: string) => `Mentions: ${names}` },
  send: { vi: 'Gửi', en: 'Send' },
  reply: { vi: 'Trả lời', en: 'Reply' },
  replyTo: { vi: (name: string) => `Trả lời trong trao đổi của ${name}`, en: (name: string) => `Reply in the thread of ${name}` },
  resolve: { vi: 'Đã giải quyết', en: 'Resolved' },
  reopen: { vi: 'Mở lại', en: 'Open again' },
  resolvedBy: {
    vi: (name: string, when: string) => `${name} đánh dấu đã giải quyết, ${when}.`,
    en: (name: string, when: string) => `${name} marked it as resolved, ${when}.`,
  },
  showResolved: { vi: (count: string) => `Xem ${count} trao đổi đã giải quyết`, en: (count: string) => `Show ${count} resolved` },
  withdrawn: { vi: (when: string) => `Đã rút lúc ${when}.`, en: (when: string) => `Taken back at ${when}.` },
  erased: { vi: 'Nội dung đã được xóa theo quy định.', en: 'The text was lawfully erased.' },
  withdraw: { vi: 'Rút ý kiến', en: 'Take back' },
  withdrawQuestion: {
    vi: 'Rút ý kiến này? Nội dung sẽ không còn hiển thị; việc đã viết và đã rút vẫn được ghi lại.',
    en: 'Take this comment back? Its text is shown no more; that it was written and taken back stays on record.',
  },
  withdrawYes: { vi: 'Rút ý kiến này', en: 'Take it back' },
});
