import { texts } from '@parindex/core/words/texts';

/** What others wait for: parts of sheets given to departments of mine, comments that name me, questions to rounds that I run. */
export const waitingTexts = texts({
  parts: { vi: 'Việc được giao', en: 'Given to us' },
  partsMore: {
    vi: (count: string) => `Đơn vị của Ông/Bà được giao ${count} nội dung.`,
    en: (count: string) => `${count} ${count === '1' ? 'part is' : 'parts are'} given to your department.`,
  },
  toDecide: {
    vi: (count: string) => `${count} nội dung chờ Ông/Bà phê duyệt`,
    en: (count: string) => `${count} ${count === '1' ? 'matter awaits' : 'matters await'} your approval`,
  },
  returned: {
    vi: (count: string) => `${count} nội dung bị trả lại`,
    en: (count: string) => `${count} ${count === '1' ? 'matter was' : 'matters were'} returned`,
  },
  toParts: { vi: 'Xem việc được giao', en: 'See what is given to us' },
  mentions: { vi: 'Ý kiến nhắc tên tôi', en: 'Where I am mentioned' },
  questions: { vi: 'Câu hỏi chờ giải đáp', en: 'Questions that wait for an answer' },
  by: { vi: (name: string, when: string) => `${name}, ${when}:`, en: (name: string, when: string) => `${name}, ${when}:` },
  at: { vi: (item: string, body: string) => `tiêu chí ${item} của ${body}`, en: (item: string, body: string) => `item ${item} of ${body}` },
  sheetOf: { vi: (body: string) => `bảng chấm điểm của ${body}`, en: (body: string) => `the sheet of ${body}` },
  inside: { vi: 'nội bộ', en: 'internal' },
  more: { vi: 'Còn nữa; chỉ hiện những câu hỏi mới nhất.', en: 'There are more; only the newest are shown.' },
});
