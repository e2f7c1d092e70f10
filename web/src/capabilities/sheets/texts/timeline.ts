import { texts } from '@parindex/core/words/texts';

export const timelineTexts = texts({
  title: { vi: 'Diễn biến của bảng chấm điểm', en: 'How the sheet came to be' },
  lead: {
    vi: 'Điểm tự chấm cuối mỗi ngày có nhập, tính theo bộ tiêu chí đang áp dụng.',
    en: 'Points claimed at the end of each day on which something was entered, under the edition that holds now.',
  },
  none: { vi: 'Chưa nhập nội dung nào.', en: 'Nothing has been entered.' },
  points: { vi: 'Điểm tự chấm', en: 'Points claimed' },
  says: {
    vi: (points: string, day: string, days: string) => `Nhập trong ${days} ngày; đến ngày ${day} tự chấm ${points} điểm.`,
    en: (points: string, day: string, days: string) => `Entered on ${days} days; ${points} points claimed by ${day}.`,
  },
  asTable: { vi: 'Xem dạng bảng: ai nhập, ngày nào', en: 'As a table: who entered, and when' },
  day: { vi: 'Ngày', en: 'Day' },
  answered: { vi: 'Đã tự chấm', en: 'Scored by the body' },
  writers: { vi: 'Người nhập (số lần ghi)', en: 'Who entered (entries)' },
  writer: { vi: (name: string, entries: string) => `${name} (${entries})`, en: (name: string, entries: string) => `${name} (${entries})` },
});
