import { texts } from '@parindex/core/words/texts';

/** Figures of bodies below, added up. */
export const rollUpTexts = texts({
  open: { vi: 'Tổng hợp từ cấp dưới', en: 'Add up from below' },
  title: { vi: (figure: string) => `Tổng hợp: ${figure}`, en: (figure: string) => `Add up: ${figure}` },
  lead: {
    vi: 'Cộng một số liệu của các cơ quan trong kỳ đánh giá do cơ quan mình chủ trì. Cơ quan chưa có số liệu được nêu tên, không tính là 0.',
    en: 'Adds up a figure of the bodies of a round that this body owns. A body without the figure is named, and does not count as 0.',
  },
  round: { vi: 'Kỳ đánh giá của cấp dưới', en: 'Round of the bodies below' },
  figure: { vi: 'Số liệu được cộng', en: 'Figure that is added up' },
  block: { vi: 'Khối', en: 'Block' },
  allBlocks: { vi: 'Mọi khối', en: 'All blocks' },
  look: { vi: 'Xem các thành phần', en: 'See the parts' },
  sum: { vi: 'Tổng', en: 'Sum' },
  standing: { vi: 'Đang có trong bảng chấm điểm', en: 'Now in the sheet' },
  none: { vi: 'chưa có', en: 'none yet' },
  body: { vi: 'Cơ quan', en: 'Body' },
  value: { vi: 'Giá trị', en: 'Value' },
  before: { vi: 'Lần trước', en: 'Last time' },
  when: { vi: 'Cập nhật', en: 'Entered' },
  entry: { vi: (seq: number, when: string) => `số ${seq}, ${when}`, en: (seq: number, when: string) => `no. ${seq}, ${when}` },
  components: { vi: (count: string) => `${count} thành phần`, en: (count: string) => `${count} parts` },
  missing: { vi: (count: string) => `${count} cơ quan chưa có số liệu này`, en: (count: string) => `${count} bodies have no such figure yet` },
  missingMore: {
    vi: 'Vẫn tổng hợp thì ghi lý do; tên các cơ quan này được lưu cùng số tổng.',
    en: 'To add up all the same, say why; the names of these bodies are kept with the sum.',
  },
  reason: { vi: 'Lý do tổng hợp khi còn thiếu', en: 'Why it is added up without them' },
  write: { vi: (sum: string) => `Ghi ${sum}`, en: (sum: string) => `Write ${sum}` },
  nothing: { vi: 'Chưa cơ quan nào có số liệu này.', en: 'No body has this figure yet.' },
  made: { vi: (who: string, when: string) => `${who} tổng hợp lúc ${when}`, en: (who: string, when: string) => `${who} added up at ${when}` },
  from: { vi: (count: string) => `Cộng từ ${count} cơ quan`, en: (count: string) => `Added up from ${count} bodies` },
  without: { vi: (names: string) => `Chưa có: ${names}`, en: (names: string) => `Without: ${names}` },
  earlier: { vi: 'Các lần tổng hợp', en: 'What it was added up from' },
});
