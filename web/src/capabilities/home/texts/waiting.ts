import { bilingual } from '../../../kit/bilingual.ts';

/** What others wait for: parts of sheets given to departments of mine, comments that name me, questions to rounds that I run. */
export const waitingTexts = bilingual(
  {
    parts: 'Việc được giao',
    partsMore: (count: string) => `Đơn vị của Ông/Bà được giao ${count} nội dung.`,
    toParts: 'Xem việc được giao',
    mentions: 'Nhắc tới tôi',
    questions: 'Câu hỏi chờ giải đáp',
    by: (name: string, when: string) => `${name}, ${when}:`,
    at: (item: string, body: string) => `tiêu chí ${item} của ${body}`,
    sheetOf: (body: string) => `bảng điểm của ${body}`,
    inside: 'nội bộ',
    more: 'Còn nữa; chỉ hiện những câu hỏi mới nhất.',
  },
  {
    parts: 'Given to us',
    partsMore: (count: string) => `${count} ${count === '1' ? 'part is' : 'parts are'} given to your department.`,
    toParts: 'See what is given to us',
    mentions: 'Where I am mentioned',
    questions: 'Questions that wait for an answer',
    by: (name: string, when: string) => `${name}, ${when}:`,
    at: (item: string, body: string) => `item ${item} of ${body}`,
    sheetOf: (body: string) => `the sheet of ${body}`,
    inside: 'internal',
    more: 'There are more; only the newest are shown.',
  },
);
