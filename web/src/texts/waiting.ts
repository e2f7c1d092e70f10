import { bilingual } from './bilingual.ts';

/** What others wait for: comments that name me, questions to rounds that I run. */
export const waitingTexts = bilingual(
  {
    mentions: 'Nhắc tới tôi',
    questions: 'Câu hỏi chờ giải đáp',
    by: (name: string, when: string) => `${name}, ${when}:`,
    at: (item: string, body: string) => `tiêu chí ${item} của ${body}`,
    sheetOf: (body: string) => `bảng điểm của ${body}`,
    inside: 'nội bộ',
    more: 'Còn nữa; chỉ hiện những câu hỏi mới nhất.',
  },
  {
    mentions: 'Where I am mentioned',
    questions: 'Questions that wait for an answer',
    by: (name: string, when: string) => `${name}, ${when}:`,
    at: (item: string, body: string) => `item ${item} of ${body}`,
    sheetOf: (body: string) => `the sheet of ${body}`,
    inside: 'internal',
    more: 'There are more; only the newest are shown.',
  },
);
