import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** Many bodies of one item accepted at once, where all of it is official statistics. */
export const officialTexts = texts({
  open: {
    vi: (count: string) => `Chấp nhận ${count} cơ quan có số liệu thống kê chính thức`,
    en: (count: string) => `Accept ${counted(count, 'body', 'bodies')} with official statistics`,
  },
  title: { vi: 'Chấp nhận theo số liệu thống kê chính thức', en: 'Accept what official statistics say' },
  lead: {
    vi: 'Các cơ quan sau có toàn bộ số liệu của tiêu chí lấy từ số liệu thống kê chính thức, cơ quan không khai khác và chưa ai thẩm định. Mỗi cơ quan được ghi một kết quả thẩm định riêng.',
    en: 'For these bodies all figures of the item stand as official statistics gave them; the body has said nothing else, and nobody has decided. Each gets a verdict of its own.',
  },
  bodies: { vi: 'Cơ quan được chấp nhận', en: 'Bodies that are accepted' },
  line: { vi: (body: string, points: string) => `${body}: ${points}`, en: (body: string, points: string) => `${body}: ${points}` },
  submit: { vi: (count: string) => `Chấp nhận (${count})`, en: (count: string) => `Accept (${count})` },
  done: {
    vi: (count: string) => `Đã ghi kết quả thẩm định cho ${count} cơ quan.`,
    en: (count: string) => `${counted(count, 'body', 'bodies')} accepted.`,
  },
  refused: { vi: 'Chưa ghi được cho các cơ quan sau', en: 'Not accepted' },
});
